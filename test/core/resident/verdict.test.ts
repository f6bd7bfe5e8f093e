import { expect, test } from 'vitest'
import { verdictOf } from '../../../core/resident/verdict.ts'

test.each([
  ['Sudah', 'yes'],
  ['sudah selesai, terima kasih', 'yes'],
  ['Ya', 'yes'],
  ['Belum', 'no'],
  ['belum, airnya masih mati', 'no'],
  ['blm selesai pak', 'no'],
  ['belum ada lampu di jalan Merdeka', undefined],
  ['tidak ada air di rumah saya', undefined],
  ['sudah tiga hari sampah menumpuk', undefined],
])('words that quote nothing: "%s" means %s', (text, verdict) => {
  expect(verdictOf(text, false)).toBe(verdict)
})

test('in a quote, words that begin with "tidak" speak of the quoted result', () => {
  expect(verdictOf('tidak ada petugas yang datang', true)).toBe('no')
})
