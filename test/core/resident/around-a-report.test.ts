import { expect, test } from 'vitest'
import { openTalk } from './talk.ts'

test('a quoted question is answered, by words or by a photo', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'asked', text: 'Di sebelah mana?' })
  await ani.photo('Di sebelah pasar', { quotes: ani.last().message })
  expect(ani.last().text).toBe(`Diteruskan untuk ${number}.`)
  const answered = (await talk.events(number)).at(-1)
  expect(answered).toMatchObject({ type: 'answered', text: 'Di sebelah pasar', files: [expect.any(String)] })
  expect((await talk.ticket(number)).status).toBe('working')
})

test('words that quote nothing answer the only open question, and can be made a new report instead', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'asked', text: 'Di sebelah mana?' })
  await ani.says('Sampah menumpuk di pasar')
  expect(ani.last().text).toBe(`Diteruskan untuk ${number}.`)
  await ani.taps('Ini laporan baru')
  expect((await talk.events(number)).at(-1)).toMatchObject({
    type: 'edited',
    text: 'Ini laporan baru: Sampah menumpuk di pasar',
  })
  const session = await talk.store().read((memory) => memory.sessions.get(ani.last().contact))
  expect(session?.draft?.description).toMatchObject([{ text: 'Sampah menumpuk di pasar' }])
})

test('bubbles before the receipt has left are one answer', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'asked', text: 'Di mana?' })
  await ani.blurts('Di depan')
  await ani.says('pasar')
  expect((await talk.events(number)).slice(-2).map(({ type, text }) => [type, text])).toEqual([
    ['answered', 'Di depan'],
    ['added', 'pasar'],
  ])
})

test('with two open questions the desk asks which, and remembers the words', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const first = await ani.report('Lampu mati')
  const second = await ani.report('Jalan rusak')
  for (const number of [first, second]) await talk.staff(number, { type: 'asked', text: 'Di mana?' })
  await ani.says('Di depan pasar')
  expect(ani.last().choices.map(({ label }) => label)).toEqual([
    `Tambah ke ${second}`,
    `Tambah ke ${first}`,
    'Ini laporan baru',
  ])
  await ani.says('2')
  expect((await talk.events(first)).at(-1)).toMatchObject({ type: 'answered', text: 'Di depan pasar' })
  expect((await talk.ticket(second)).status).toBe('waiting')
})

test('a new photo while a report is open is asked about, and kept either way', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.photo()
  await ani.says('tiangnya miring')
  await ani.taps(`Tambah ke ${number}`)
  expect((await talk.events(number)).at(-1)).toMatchObject({
    type: 'added',
    text: 'tiangnya miring',
    files: [expect.any(String)],
  })
  await ani.photo('lubang besar')
  await ani.taps('Ini laporan baru')
  const session = await talk.store().read((memory) => memory.sessions.get(ani.last().contact))
  expect(session?.draft).toMatchObject({
    description: [{ text: 'lubang besar' }],
    evidence: { files: [{ kind: 'photo' }] },
  })
})

test('"sudah" confirms the only result, and a rating is one more digit', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'resolved', text: 'Lampu diganti' })
  await ani.says('sudah, terima kasih')
  expect(await talk.ticket(number)).toMatchObject({ status: 'closed', ending: 'confirmed' })
  expect((await talk.ticket(number)).rating).toBeUndefined()
  await ani.says('4')
  expect((await talk.ticket(number)).rating).toBe(4)
  await ani.says('NILAI 5')
  expect(ani.last().text).toContain('tidak ada laporan')
})

test('"belum" asks for the reason and opens again, even after the silent end, as often as needed', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'resolved', text: 'Lampu diganti' })
  await ani.taps('Belum selesai')
  expect(ani.last().text).toContain('Apa yang masih kurang')
  await ani.says('Masih gelap')
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'reopened', text: 'Masih gelap' })
  await talk.staff(number, { type: 'resolved', text: 'Diganti lagi' })
  await talk.passes(30 * 86_400_000)
  expect(await talk.ticket(number)).toMatchObject({ status: 'closed', ending: 'silent' })
  await ani.says(`BELUM ${number} tetap gelap`)
  expect(await talk.ticket(number)).toMatchObject({ status: 'assigned' })
  expect(ani.last().text).toContain('dibuka kembali')
})

test('words to a closed report are kept until the person says what they are', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'resolved', text: 'Lampu diganti' })
  const { message } = ani.last()
  await ani.says(`/puas ${number}`)
  await ani.says('Lampunya mati lagi tadi malam', { quotes: message })
  expect(ani.last().text).toContain('tidak lagi menerima')
  await ani.taps('Belum selesai')
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'reopened', text: 'Lampunya mati lagi tadi malam' })
})

test("somebody else's number answers exactly like an unknown one, a mistyped one as a typo", async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const budi = talk.talker('telegram', '2')
  const number = await ani.report('Lampu mati')
  const answers: string[] = []
  for (const name of ['lacak', 'cabut', 'puas', 'belum', 'tambah', 'berhenti', 'mulai', 'nilai'])
    for (const other of [number, 'K7F3-Q2X6']) {
      await budi.says(`/${name} ${other} 3`)
      answers.push(budi.last().text.replace(other, 'N'))
    }
  expect(new Set(answers)).toEqual(
    new Set(['Tidak ada laporan Anda dengan nomor N. Untuk melihat laporan Anda, ketik /laporanku.']),
  )
  await budi.says(`/lacak ${number.slice(0, -1)}${number.endsWith('2') ? '3' : '2'}`)
  expect(budi.last().text).toContain('salah ketik')
})

test('the owner follows a report by its number, and finds it in the list', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.says('/laporanku')
  expect(ani.last().text).toContain('belum punya laporan')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'taken' })
  await talk.staff(number, { type: 'replied', text: 'Besok dikerjakan' })
  await ani.says('laporanku')
  expect(ani.last().text).toContain(`📄 ${number}: Lampu mati`)
  await ani.taps(number)
  expect(ani.last().text).toContain('laporan diterima')
  expect(ani.last().text).toContain('tanggapan instansi: Besok dikerjakan')
  await ani.says('Terima kasih infonya', { quotes: ani.last().message })
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'added' })
})

test('withdrawing asks once, keeps the reason, and can be left', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.says('/cabut')
  await ani.says('tidak jadi')
  expect((await talk.ticket(number)).status).toBe('received')
  await ani.says(`/cabut ${number} sudah diperbaiki tetangga`)
  await ani.taps('Ya, cabut')
  expect(await talk.ticket(number)).toMatchObject({ status: 'closed', ending: 'withdrawn' })
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'withdrawn', text: 'sudah diperbaiki tetangga' })
  await ani.says(`/belum ${number} kembalikan`)
  expect(ani.last().text).toContain('tidak dapat dilakukan')
})

test('an edit after filing is a remark on the report', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'asked', text: 'Di mana?' })
  const message = await ani.says('Di pasar')
  await ani.sends({ kind: 'edit', of: message, text: 'Di pasar pagi' })
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'edited', text: 'Di pasar pagi' })
})

test('STOP ends notices of one report or of all, staff see it, and /mulai brings them back', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.says(`STOP ${number}`)
  ani.reads()
  await talk.staff(number, { type: 'taken' })
  expect(ani.reads()).toBe('')
  expect((await talk.events(number)).map(({ type }) => type)).toContain('silenced')
  await ani.says(`/mulai ${number}`)
  await ani.says('stop')
  ani.reads()
  await talk.staff(number, { type: 'replied', text: 'Halo' })
  expect(ani.reads()).toBe('')
  await ani.says('/mulai')
  ani.reads()
  await talk.staff(number, { type: 'replied', text: 'Halo lagi' })
  expect(ani.reads()).toContain('Halo lagi')
})

test('the chosen language speaks in later notices too', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.says('/bahasa')
  await ani.taps('English')
  expect(ani.last().text).toContain('English from now on')
  await talk.staff(number, { type: 'taken' })
  expect(ani.last().text).toMatch(/report/)
})

test('a person who blocked the bot gets nothing until heard again', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.sends({ kind: 'left' })
  await talk.staff(number, { type: 'taken' })
  expect(ani.reads()).toBe('')
  await ani.says(`/lacak ${number}`)
  expect(ani.reads()).toContain('Riwayat')
})
