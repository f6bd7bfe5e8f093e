import { expect, test } from 'vitest'
import { makePaper } from '../../../bots/paper/make-paper.ts'
import { loadCity, packs } from '../../../db/seed/load-city.ts'
import { atDesk } from '../officer/at-desk.ts'

test('an export puts the fields of SP4N-LAPOR! first and tells who exported, but never who reported', async () => {
  await using desk = await atDesk('warsih = telegram', 'dian = telegram admin')
  const number = await desk.files('warsih')
  expect((await desk.tell('dian', '/ekspor'))['dian']).toContain('@laporan-2026-03-17.csv')
  const world = { city: loadCity(`${packs}/pangkalpinang`) } as never
  const paper = { kind: 'tickets', by: 'Dian', reader: 'dian', at: Date.parse('2026-03-17T09:00:00+07:00') } as const
  const { bytes } = await makePaper(desk.stage.store(), world, paper)
  const [header = '', row = ''] = new TextDecoder().decode(bytes).split('\r\n')
  expect(header.split(';').slice(0, 9)).toEqual([
    'judul',
    'isi',
    'tanggal kejadian',
    'lokasi kejadian',
    'instansi tujuan',
    'kategori',
    'lampiran',
    'anonim',
    'rahasia',
  ])
  expect(row).toContain(number)
  expect(row.endsWith('Dian;2026-03-17 09:00')).toBe(true)
  expect(row).not.toMatch(/warsih|telegram/i)
})
