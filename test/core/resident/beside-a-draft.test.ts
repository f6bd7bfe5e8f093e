import { expect, test } from 'vitest'
import { openTalk } from './talk.ts'

test('a reason asked in the middle of a draft is answered, and the draft goes on with one tap', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'resolved', text: 'Lampu diganti' })
  await ani.says('Jalan rusak di depan pasar')
  const asked = ani.last().text
  await ani.taps('Belum selesai')
  await ani.says('masih gelap')
  expect((await talk.events(number)).at(-1)).toMatchObject({ type: 'reopened', text: 'masih gelap' })
  await ani.taps('Lanjutkan laporan')
  expect(ani.last().text).toBe(asked)
})

test('"sudah" belongs to the open draft, a rating is typed as NILAI', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await ani.says('Jalan rusak di depan pasar')
  await talk.staff(number, { type: 'resolved', text: 'Lampu diganti' })
  await ani.says('sudah')
  expect((await talk.ticket(number)).status).toBe('resolved')
  await ani.says(`PUAS ${number}`)
  await ani.says('NILAI 4')
  expect(await talk.ticket(number)).toMatchObject({ ending: 'confirmed', rating: 4 })
})

test('the language can be changed in the middle of a draft, which goes on in it', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.says('Jalan rusak di depan pasar')
  await ani.says('/bahasa en')
  await ani.taps('Continue the report')
  expect(ani.last().choices.map(({ label }) => label)).toContain('Roads, bridges & drains')
})

test('who runs the service and whom to ask is told on request', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.says('/privasi')
  expect(ani.last().text).toContain('Pengelola: Dinas Kominfo\nKontak: aduan@kota.example')
})

test('a person is called as they wish', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.says('/nama')
  await ani.says('Bu Ani')
  expect(ani.last().text).toContain('Bu Ani')
  const contact = await talk.store().read((memory) => memory.people.contact(ani.last().contact))
  expect(await talk.store().read((memory) => memory.people.get(contact?.person ?? ''))).toMatchObject({
    name: 'Bu Ani',
  })
})

test('words to a closed report can go into the draft that is open already', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'refused', detail: { reason: 'ganda' } })
  const { message } = ani.last()
  await ani.says('Jalan rusak di depan pasar')
  await ani.says('Aspalnya berlubang besar', { quotes: message })
  await ani.taps('Ini laporan baru')
  const session = await talk.store().read((memory) => memory.sessions.get(ani.last().contact))
  expect(session?.draft?.description?.map(({ text }) => text)).toEqual([
    'Jalan rusak di depan pasar',
    'Aspalnya berlubang besar',
  ])
})
