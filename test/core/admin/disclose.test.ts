import { expect, test } from 'vitest'
import { disclose } from '../../../core/admin/disclose.ts'
import { inviteByOperator } from '../../../core/admin/invite-by-operator.ts'
import { loadCity, packs } from '../../../db/seed/load-city.ts'
import { atDesk } from '../officer/at-desk.ts'

const world = {
  city: loadCity(`${packs}/pangkalpinang`),
  settings: { public: false },
  now: () => Date.parse('2026-03-17T09:05:00+07:00'),
  random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
} as never

test('an operator learns who filed a report only together with a reason in its history', async () => {
  await using desk = await atDesk('ani = telegram', 'budi = telegram petugas DISHUB', 'dian = telegram admin')
  const number = await desk.files('ani', 'lampu jalan mati di depan rumah saya', '[Anonim / rahasia]', '[anonim]')
  const store = desk.stage.store()
  const { addresses } = await store.together((memory) => disclose(memory, world, number, 'putusan pengadilan 12'))
  expect(addresses).toMatchObject([{ channel: 'telegram' }])
  const ticket = await store.read((memory) => memory.tickets.byNumber(number))
  const events = await store.read((memory) => memory.tickets.events(ticket?.id ?? ''))
  expect(events.at(-1)).toMatchObject({ type: 'disclosed', role: 'desk', text: 'putusan pengadilan 12' })
  expect((await desk.tell('dian', `/tiket ${number}`))['dian']).toContain('identitas pelapor dibuka (pengelola sistem)')
  expect((await desk.tell('budi', `/tiket ${number}`))['budi']).not.toContain('identitas pelapor')
})

test('an unknown number discloses nothing', async () => {
  await using desk = await atDesk('ani = telegram')
  await expect(desk.stage.store().together((memory) => disclose(memory, world, 'K7F3-Q2X6', 'x'))).rejects.toThrow(
    'K7F3-Q2X6',
  )
})

test('operators invite an officer of the city, never one of an outside agency', async () => {
  await using desk = await atDesk('budi = telegram')
  const code = await desk.stage.store().together((memory) => inviteByOperator(memory, world, 'dishub'))
  expect((await desk.tell('budi', `/gabung ${code}`))['budi']).toContain(
    'Selamat bergabung sebagai petugas Dinas Perhubungan',
  )
  await expect(desk.stage.store().together((memory) => inviteByOperator(memory, world, 'PLN'))).rejects.toThrow(
    'neither admin',
  )
})
