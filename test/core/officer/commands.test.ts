import { expect, test } from 'vitest'
import { atDesk } from './at-desk.ts'

const people = [
  'ani = telegram',
  'budi = telegram petugas DISHUB',
  'tono = telegram petugas DISHUB',
  'citra = telegram petugas PUPR',
  'dian = telegram admin',
]
const unknown = 'Nomor itu tidak ditemukan. Mohon periksa kembali.'

test('an officer of another agency reads of a report exactly what an unknown number says', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  for (const command of ['tiket', 'ambil', 'balas', 'tanya', 'catat', 'teruskan', 'kembalikan', 'selesai'])
    expect((await desk.tell('citra', `/${command} ${number} DISHUB halo`))['citra']).toBe(
      (await desk.tell('citra', `/${command} K7F3-Q2X6 DISHUB halo`))['citra'],
    )
})

test('a mistyped number is called a typo, whether or not such a report exists', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  const wrong = number.slice(0, -1) + (number.endsWith('2') ? '3' : '2')
  expect((await desk.tell('budi', `/tiket ${wrong}`))['budi']).toContain('salah ketik')
})

test('a command without arguments asks which report, then for the words, and sends them', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  expect((await desk.tell('budi', '/balas'))['budi']).toContain('Perintah /balas menunggu sampai 09.10 WIB.')
  expect((await desk.tell('budi', number))['budi']).toContain(`Tulis tanggapan untuk pelapor ${number}`)
  const read = await desk.tell('budi', 'Besok kami datang')
  expect(read['budi']).toBe(`Terkirim ke pelapor ${number}.`)
  expect(read['ani']).toContain('Besok kami datang')
})

test('words that came without a number are kept until the report is chosen', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  await desk.tell('budi', '/balas Besok kami datang')
  const read = await desk.tell('budi', number)
  expect(read['ani']).toContain('Besok kami datang')
})

test('a half-given command lapses after ten minutes and is left with /batal', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  await desk.tell('budi', `/balas ${number}`)
  expect((await desk.tell('budi', '/batal'))['budi']).toBe('Perintah /balas dibatalkan.')
  await desk.tell('budi', `/balas ${number}`)
  await desk.wait(11, 'menit')
  expect((await desk.tell('budi', 'jalan di depan rumah saya rusak'))['ani']).toBeUndefined()
})

test('the second of two who take a report is told what happened meanwhile, without a name', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  await desk.tell('budi', `/ambil ${number}`)
  const read = (await desk.tell('tono', `/ambil ${number}`))['tono'] ?? ''
  expect(read).toContain('Sementara itu: 17 Maret 2026, 09.00 WIB – mulai ditangani Dinas Perhubungan (petugas)')
  expect(read).not.toMatch(/budi/i)
})

test('a report is handed over by an alias, its reason asked for, and its former agency is told where it went', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  expect((await desk.tell('budi', `/teruskan ${number} dinas pu`))['budi']).toContain('Tulis alasan meneruskan')
  const read = await desk.tell('budi', 'Tiangnya di badan jalan')
  expect(read['ani']).toContain('Tiangnya di badan jalan')
  expect(read['citra']).toContain(number)
  expect((await desk.tell('budi', `/balas ${number} halo`))['budi']).toContain(
    'sudah diteruskan ke Dinas Pekerjaan Umum',
  )
  expect((await desk.tell('citra', `/balas ${number} halo`))['ani']).toContain('halo')
})

test('the third return of a report asks the admins to decide', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  for (const _ of [1, 2]) {
    expect((await desk.tell('budi', `/kembalikan ${number} bukan kami`))['dian']).not.toContain('kali dikembalikan')
    await desk.tell('dian', `/teruskan ${number} DISHUB memang lampu`)
  }
  expect((await desk.tell('budi', `/kembalikan ${number} bukan kami`))['dian']).toContain('3 kali dikembalikan')
})

test('a result needs words; photos of an album come with it as one act', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  expect((await desk.tell('budi', `/selesai ${number}`))['budi']).toContain('Tulis hasil penanganan')
  await desk.tell('budi', 'Lampu sudah diganti')
  const ticket = await desk.stage.store().read((memory) => memory.tickets.byNumber(number))
  expect(ticket?.status).toBe('resolved')
  expect((await desk.tell('tono', `/selesai ${number} sudah`))['tono']).toContain('sudah ditindaklanjuti')
})

test('nobody sees or handles as officer a report they filed themselves', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('budi')
  expect((await desk.tell('budi', `/ambil ${number}`))['budi']).toBe(unknown)
  expect((await desk.tell('budi', '/antrean'))['budi']).toContain('Tidak ada laporan yang menunggu')
  expect((await desk.tell('tono', '/antrean'))['tono']).toContain(number)
})

test('of an anonymous reporter neither name nor delivery is shown to anyone', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani', 'lampu jalan mati di depan rumah saya', '[Anonim / rahasia]', '[anonim]')
  await desk.tell('ani', '(memblokir bot)')
  const sent = (await desk.tell('budi', `/balas ${number} Besok kami datang`))['budi']
  const card = (await desk.tell('dian', `/tiket ${number}`))['dian'] ?? ''
  expect(sent).toBe(`Terkirim ke pelapor ${number}.`)
  expect(card).toContain('Pelapor: anonim')
  expect(card).not.toMatch(/\bani\b|telegram|tidak dapat dihubungi/i)
})

test('the queue turns its pages by buttons', async () => {
  await using desk = await atDesk('rudi = telegram', ...people)
  for (const who of ['ani', 'ani', 'ani', 'rudi', 'rudi', 'rudi']) await desk.files(who)
  const first = (await desk.tell('budi', '/antrian'))['budi'] ?? ''
  expect(first).toContain('Antrean Dinas Perhubungan: 6 laporan')
  expect(first).toContain('Halaman 1 dari 2')
  expect((await desk.tell('budi', '[Berikutnya]'))['budi']).toContain('[Sebelumnya]')
})

test('an album captioned with a result is one act, and the reporter gets the photos', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  await desk.tell('budi', `@photo.jpg @photo.jpg /selesai ${number} Lampu sudah diganti`)
  const events = await desk.stage.store().read(async (memory) => {
    const ticket = await memory.tickets.byNumber(number)
    return memory.tickets.events(ticket?.id ?? '')
  })
  const resolved = events.filter(({ type }) => type === 'resolved')
  expect(resolved).toMatchObject([{ text: 'Lampu sudah diganti', files: [expect.any(String), expect.any(String)] }])
})

test('a photo sent first waits for the words of the result', async () => {
  await using desk = await atDesk(...people)
  const number = await desk.files('ani')
  expect((await desk.tell('budi', `@photo.jpg /selesai ${number}`))['budi']).toContain('1 berkas diterima.')
  expect((await desk.tell('budi', 'Lampu sudah diganti'))['ani']).toContain('Lampu sudah diganti')
  const ticket = await desk.stage.store().read((memory) => memory.tickets.byNumber(number))
  expect(await desk.stage.store().read((memory) => memory.evidence.of(ticket?.id ?? ''))).toHaveLength(1)
})
