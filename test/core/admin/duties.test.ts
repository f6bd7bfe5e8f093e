import { expect, test } from 'vitest'
import { firstAdminCode } from '../../../core/admin/first-admin-code.ts'
import { stuckTickets } from '../../../core/admin/stuck-tickets.ts'
import { atDesk } from '../officer/at-desk.ts'

const codeIn = (text = '') => /\/gabung (\S+)/.exec(text)?.[1] ?? ''

test('whoever joins with a code reads what waits, and the reporter learns that the agency has it', async () => {
  await using desk = await atDesk('ani = telegram', 'budi = telegram', 'dian = telegram admin')
  const number = await desk.files('ani')
  const code = codeIn((await desk.tell('dian', '/undang dishub'))['dian'])
  const read = await desk.tell('budi', `/gabung ${code}`)
  expect(read['budi']).toContain('Selamat bergabung sebagai petugas Dinas Perhubungan')
  expect(read['budi']).toContain(number)
  expect(read['ani']).toContain('kini dipegang Dinas Perhubungan')
})

test('a code works once; the second who tries it is refused and its issuer told', async () => {
  await using desk = await atDesk('ani = telegram', 'budi = telegram', 'dian = telegram admin')
  const code = codeIn((await desk.tell('dian', '/undang DISHUB'))['dian'])
  await desk.tell('budi', `/gabung ${code}`)
  const read = await desk.tell('ani', `/gabung ${code}`)
  expect(read['ani']).toContain('tidak berlaku')
  expect(read['dian']).toContain('dicoba lagi setelah dipakai')
})

test('a code in plain words is burned and its issuer told', async () => {
  await using desk = await atDesk('budi = telegram', 'dian = telegram admin')
  const code = codeIn((await desk.tell('dian', '/undang DISHUB'))['dian'])
  const read = await desk.tell('budi', `ini kodenya ${code} ya`)
  expect(read['budi']).toContain('sudah dibatalkan')
  expect(read['dian']).toContain('sudah dibatalkan')
  expect((await desk.tell('budi', `/gabung ${code}`))['budi']).toContain('tidak berlaku')
})

test('after five wrong codes even a right one waits an hour', async () => {
  await using desk = await atDesk('budi = telegram', 'dian = telegram admin')
  const code = codeIn((await desk.tell('dian', '/undang DISHUB'))['dian'])
  for (const _ of [1, 2, 3, 4, 5]) await desk.tell('budi', '/gabung 2222-3333-4444-5555')
  expect((await desk.tell('budi', `/gabung ${code}`))['budi']).toContain('Terlalu banyak kode yang salah')
  await desk.wait(61, 'menit')
  expect((await desk.tell('budi', `/gabung ${code}`))['budi']).toContain('Selamat bergabung')
})

test('there is a first code only until there is an admin, and a new start ends the one before', async () => {
  await using desk = await atDesk('budi = telegram')
  const world = {
    city: { agencies: [] },
    now: () => Date.parse('2026-03-17T09:00:00+07:00'),
    random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const fresh = () => desk.stage.store().together((memory) => firstAdminCode(memory, world as never))
  const first = await fresh()
  const second = await fresh()
  expect((await desk.tell('budi', `/gabung ${first}`))['budi']).toContain('tidak berlaku')
  expect((await desk.tell('budi', `/gabung ${second}`))['budi']).toContain('Selamat bergabung sebagai admin')
  expect(await fresh()).toBeUndefined()
})

test('a duty lapses after 180 days unless an admin extends it; the last admin stays', async () => {
  await using desk = await atDesk(
    'budi = telegram petugas DISHUB',
    'citra = telegram petugas PUPR',
    'dian = telegram admin',
  )
  expect((await desk.wait(174, 'hari'))['dian']).toContain('berakhir pada 13 September 2026 bila tidak diperpanjang')
  expect(await desk.wait(1, 'hari')).toEqual({})
  await desk.tell('dian', '[Perpanjang Budi]')
  const read = await desk.wait(6, 'hari')
  expect(read['citra']).toContain('sudah berakhir')
  expect(read['dian']).toContain('Tugas Citra (Dinas Pekerjaan Umum dan Penataan Ruang) berakhir')
  expect((await desk.tell('budi', '/antrean'))['budi']).toContain('Tidak ada laporan')
  expect((await desk.tell('dian', '/petugas'))['dian']).toContain('admin terakhir')
})

test('the one a report is about neither sees nor handles it, and the report is stuck when nobody else can', async () => {
  await using desk = await atDesk('ani = telegram', 'budi = telegram petugas DISHUB', 'dian = telegram admin')
  const number = await desk.files('ani')
  const city = { agencies: [] } as never
  await desk.tell('dian', `/terlapor ${number}`)
  await desk.tell('dian', '[Budi (Dinas Perhubungan)]')
  expect((await desk.tell('budi', `/tiket ${number}`))['budi']).toBe(
    'Nomor itu tidak ditemukan. Mohon periksa kembali.',
  )
  expect(await desk.stage.store().read((memory) => stuckTickets(memory, city))).toEqual([])
  await desk.tell('dian', `/terlapor ${number}`)
  await desk.tell('dian', '[Dian (admin)]')
  const stuck = await desk.stage.store().read((memory) => stuckTickets(memory, city))
  expect(stuck.map((ticket) => ticket.number)).toEqual([number])
})

test('a refusal tells the reporter the reason and how to repair it', async () => {
  await using desk = await atDesk('ani = telegram', 'dian = telegram admin')
  const number = await desk.files('ani')
  await desk.tell('dian', `/tolak ${number}`)
  const read = await desk.tell('dian', '[Perkara pidana]')
  expect(read['ani']).toContain('Perkara pidana')
  expect(read['ani']).toContain('110')
})

test('an admin corrects topic and class, and the date of the result follows', async () => {
  await using desk = await atDesk('ani = telegram', 'dian = telegram admin')
  const number = await desk.files('ani')
  await desk.tell('dian', `/topik ${number} kesehatan`)
  await desk.tell('dian', '[Normatif/informasi, 5 hari kerja]')
  const ticket = await desk.stage.store().read((memory) => memory.tickets.byNumber(number))
  expect(ticket).toMatchObject({ topic: 'kesehatan', class: 'info_5' })
})
