import { expect, test } from 'vitest'
import { openTalk } from './talk.ts'

const day = 86_400_000

test('a draft is reminded of once after a day, and forgotten with its files after seven', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.photo('Lampu jalan mati')
  const { contact } = ani.last()
  const session = await talk.store().read((memory) => memory.sessions.get(contact))
  const file = session?.draft?.evidence?.files[0]?.evidence ?? ''
  ani.reads()
  await talk.passes(day + 1000)
  expect(ani.last().text).toContain('belum dikirim')
  ani.reads()
  await talk.passes(day)
  expect(ani.reads()).toBe('')
  await talk.passes(5 * day)
  expect(ani.reads()).toContain('setelah 7 hari')
  expect((await talk.store().read((memory) => memory.sessions.get(contact)))?.draft).toBeUndefined()
  expect(await talk.store().read((memory) => memory.evidence.get(file))).toBeUndefined()
})

test('the reminder leads back into the draft', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  await ani.says('Lampu jalan mati')
  const asked = ani.last().text
  await talk.passes(day + 1000)
  await ani.taps('Lanjutkan laporan')
  expect(ani.last().text).toBe(asked)
})

test('a result without a reply is closed on the evening of the tenth working day, without a rating', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'resolved', text: 'Selesai' })
  const [silence] = (
    await talk
      .store()
      .read(async (memory) => memory.tickets.deadlines((await memory.tickets.byNumber(number))?.id ?? ''))
  ).filter(({ kind }) => kind === 'silence')
  const left = (silence?.due ?? 0) - talk.world.now()
  await talk.passes(left - 1000)
  expect((await talk.ticket(number)).status).toBe('resolved')
  await talk.passes(2000)
  const { status, ending, rating } = await talk.ticket(number)
  expect({ status, ending, rating }).toEqual({ status: 'closed', ending: 'silent', rating: undefined })
  expect(ani.last().text).toContain('ditutup otomatis')
})

test('a question that stays unanswered for ten working days no longer stops the clock', async () => {
  await using talk = await openTalk()
  const ani = talk.talker('telegram', '1')
  const number = await ani.report('Lampu mati')
  await talk.staff(number, { type: 'asked', text: 'Di mana?' })
  await talk.passes(30 * day)
  const { status, pausedAt, pausedDays } = await talk.ticket(number)
  expect({ status, pausedAt, pausedDays }).toEqual({ status: 'working', pausedAt: undefined, pausedDays: 10 })
  expect(ani.last().text).toContain('belum terjawab')
  ani.reads()
  await talk.passes(day)
  expect(ani.reads()).toBe('')
})

test('a notice that no page showed within a minute goes to the other address, once', async () => {
  await using talk = await openTalk()
  const web = talk.talker('web', 'w')
  const phone = talk.talker('telegram', '1')
  const number = await web.report('Lampu mati')
  await web.says('/hubungkan')
  await phone.says(`/hubungkan ${/\/hubungkan (\S+)/.exec(web.last().text)?.[1]}`)
  await web.says('/laporanku')
  phone.reads()
  await talk.staff(number, { type: 'taken' })
  expect(web.last().text).toContain('mulai menangani')
  await talk.passes(59_000)
  expect(phone.reads()).toBe('')
  await talk.passes(2000)
  expect(phone.reads()).toContain('mulai menangani')
  await talk.passes(61_000)
  expect(phone.reads()).toBe('')
})
