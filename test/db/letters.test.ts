import { expect, test } from 'vitest'
import type { LetterRow, Store } from '../../core/store.ts'
import { openTestStore } from '../store.ts'
import { letterTo, meet, ticketOf, write } from './samples.ts'

const textOf = ({ letter }: LetterRow) => String(letter.says[0]?.data?.['text'])
const due = async (store: Store, now = 0, channel = 'web', limit = 10) =>
  (await store.read(({ letters }) => letters.due(channel, now, limit))).map(textOf)
const nothing = { text: '', choices: [] }
const send = (store: Store, seqs: number[], sentAs: string[] = [], at = 100) =>
  store.together(({ letters }) => letters.sent(seqs, sentAs, at, nothing))

test('a letter is read back as it was written', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(({ tickets }) => tickets.add(ticketOf('ani')))
  const letter = letterTo('ani', 'Terima kasih', { ticket: 'ticket-1', lane: 'bulk', question: true, due: 7 })
  const seq = await write(desk.store, letter)
  const store = await desk.reopen()
  expect(await store.read(({ letters }) => letters.get(seq))).toEqual({
    ...letter,
    seq,
    state: 'waiting',
    tries: 0,
    sentAs: [],
  })
})

test('letters to one address leave strictly in sequence, even when the second is due first', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const first = await write(desk.store, letterTo('ani', 'pertama', { lane: 'notice', due: 50 }))
  await write(desk.store, letterTo('ani', 'kedua', { due: 10 }))
  expect(await due(desk.store, 20)).toEqual([])
  expect(await desk.store.read(({ letters }) => letters.nextDue('web'))).toBe(50)
  expect(await due(desk.store, 50)).toEqual(['pertama'])
  await send(desk.store, [first])
  expect(await due(desk.store, 50)).toEqual(['kedua'])
})

test('answers go before notices before bulk, then what is due longest', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi', 'citra', 'dewi']) await meet(desk.store, who)
  await write(desk.store, letterTo('ani', 'massal', { lane: 'bulk', due: 1 }))
  await write(desk.store, letterTo('budi', 'kabar', { lane: 'notice', due: 2 }))
  await write(desk.store, letterTo('citra', 'jawaban', { due: 9 }))
  await write(desk.store, letterTo('dewi', 'jawaban lama', { due: 3 }))
  expect(await due(desk.store, 9)).toEqual(['jawaban lama', 'jawaban', 'kabar', 'massal'])
  expect(await due(desk.store, 9, 'web', 2)).toEqual(['jawaban lama', 'jawaban'])
})

test('a channel takes only its own letters', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await meet(desk.store, 'budi', { from: { channel: 'telegram', id: 'budi' } })
  await write(desk.store, letterTo('ani', 'web'))
  await write(desk.store, letterTo('budi', 'Telegram', { due: 5 }))
  expect([await due(desk.store, 5, 'web'), await due(desk.store, 5, 'telegram')]).toEqual([['web'], ['Telegram']])
  expect(await desk.store.read(({ letters }) => letters.nextDue('telegram'))).toBe(5)
})

test('a letter put aside or dropped does not block its followers', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const refused = await write(desk.store, letterTo('ani', 'ditolak'))
  await write(desk.store, letterTo('ani', 'pertanyaan', { question: true }))
  await write(desk.store, letterTo('ani', 'berikut'))
  await desk.store.together(({ letters }) => letters.aside(refused, 'too long'))
  await desk.store.together(({ letters }) => letters.dropQuestion('contact-ani'))
  expect(await due(desk.store)).toEqual(['berikut'])
})

test('a letter tried in vain comes again later and counts its tries', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const seq = await write(desk.store, letterTo('ani', 'halo'))
  await desk.store.together(({ letters }) => letters.later(seq, 30))
  expect(await due(desk.store, 29)).toEqual([])
  expect((await desk.store.read(({ letters }) => letters.due('web', 30, 1)))[0]?.tries).toBe(1)
})

test('who is gone gets nothing until they are heard again', async () => {
  await using desk = await openTestStore()
  const { contact } = await meet(desk.store, 'ani')
  await write(desk.store, letterTo('ani', 'halo', { due: 500 }))
  await desk.store.together(({ people }) => people.keepContact({ ...contact, gone: true }))
  expect(await due(desk.store, 500)).toEqual([])
  expect(await desk.store.read(({ letters }) => letters.nextDue('web'))).toBeUndefined()
  await meet(desk.store, 'ani')
  expect(await due(desk.store, 500)).toEqual(['halo'])
})

test('hearing somebody makes what failed before due at once, and leaves a question its breath', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi']) await meet(desk.store, who)
  const failed = await write(desk.store, letterTo('ani', 'kabar'))
  await desk.store.together(({ letters }) => letters.later(failed, 500))
  await write(desk.store, letterTo('budi', 'apa?', { due: 500, question: true }))
  for (const who of ['ani', 'budi']) await desk.store.together(({ letters }) => letters.wake(`contact-${who}`, 20))
  expect(await due(desk.store, 20)).toEqual(['kabar'])
})

test('waking never makes a letter later', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await write(desk.store, letterTo('ani', 'halo', { due: 5 }))
  await desk.store.together(({ letters }) => letters.wake('contact-ani', 20))
  expect(await due(desk.store, 5)).toEqual(['halo'])
})

test('after STOP answers still come, notices do not', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi']) await meet(desk.store, who)
  await write(desk.store, letterTo('ani', 'kabar', { lane: 'notice' }))
  await write(desk.store, letterTo('ani', 'massal', { lane: 'bulk' }))
  await write(desk.store, letterTo('ani', 'jawaban'))
  await write(desk.store, letterTo('budi', 'kabar budi', { lane: 'notice' }))
  await desk.store.together(({ letters }) => letters.dropNotices('contact-ani'))
  expect(await due(desk.store)).toEqual(['jawaban', 'kabar budi'])
})

test('quoting any part of a letter finds it, only in the own chat, even before all parts left', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi']) await meet(desk.store, who)
  const seq = await write(desk.store, letterTo('ani', 'panjang'))
  const by = async (who: string, id: string) =>
    (await desk.store.read(({ letters }) => letters.bySent(`contact-${who}`, id)))?.seq
  await desk.store.together(({ letters }) => letters.progress(seq, ['11']))
  expect(await by('ani', '11')).toBe(seq)
  await send(desk.store, [seq], ['11', '12'])
  expect([await by('ani', '12'), await by('budi', '11'), await by('ani', '13')]).toEqual([seq, undefined, undefined])
  expect(await desk.store.read(({ letters }) => letters.get(seq))).toMatchObject({
    state: 'sent',
    sentAs: ['11', '12'],
    sentAt: 100,
  })
})

test('a question that left while it was replaced counts as sent', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const seq = await write(desk.store, letterTo('ani', 'Di mana?', { question: true }))
  await desk.store.together(({ letters }) => letters.dropQuestion('contact-ani'))
  await desk.store.together(({ letters }) => letters.later(seq, 9))
  expect((await desk.store.read(({ letters }) => letters.get(seq)))?.state).toBe('dropped')
  await send(desk.store, [seq], ['5'])
  expect((await desk.store.read(({ letters }) => letters.bySent('contact-ani', '5')))?.state).toBe('sent')
})

test('notices about one report are found together and leave as one', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(({ tickets }) => tickets.add(ticketOf('ani')))
  const about = { lane: 'notice', ticket: 'ticket-1' } as const
  const seqs = [
    await write(desk.store, letterTo('ani', 'satu', about)),
    await write(desk.store, letterTo('ani', 'dua', about)),
  ]
  await write(desk.store, letterTo('ani', 'jawaban', { ticket: 'ticket-1' }))
  await write(desk.store, letterTo('ani', 'lain', { lane: 'notice' }))
  const rows = await desk.store.read(({ letters }) => letters.waitingAbout('contact-ani', 'ticket-1'))
  expect(rows.map(textOf)).toEqual(['satu', 'dua'])
  const shown = { text: 'satu dan dua', choices: [{ id: 'ok', label: 'Ya' }] }
  await desk.store.together(({ letters }) => letters.sent(seqs, ['9'], 100, shown))
  expect(await desk.store.read(({ letters }) => letters.shown('contact-ani', 0, 10))).toEqual([
    { seq: seqs[0], at: 100, ...shown, files: [], ticket: 'ticket-1' },
  ])
  expect(await due(desk.store)).toEqual(['jawaban'])
})

test('a page that was closed reads what came after the last letter it has', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const seqs: number[] = []
  for (const text of ['satu', 'dua', 'tiga', 'empat']) {
    const letter = letterTo('ani', text)
    seqs.push(await write(desk.store, { ...letter, letter: { ...letter.letter, files: [`foto ${text}`] } }))
  }
  for (const seq of seqs.slice(0, 3)) {
    await desk.store.together(({ letters }) => letters.sent([seq], [], seq, { text: `teks ${seq}`, choices: [] }))
  }
  const shown = await desk.store.read(({ letters }) => letters.shown('contact-ani', seqs[0]!, 1))
  expect(shown).toEqual([{ seq: seqs[1], at: seqs[1], text: `teks ${seqs[1]}`, choices: [], files: ['foto dua'] }])
})

test('a notice that no page showed is passed on once', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const seqs: number[] = []
  for (const text of ['terlihat', 'dikirim ke lain', 'belum terlihat', 'baru']) {
    seqs.push(await write(desk.store, letterTo('ani', text, { lane: 'notice' })))
  }
  const [seen, passed, unseen, fresh] = seqs as [number, number, number, number]
  const answer = await write(desk.store, letterTo('ani', 'jawaban'))
  for (const seq of [seen, passed, unseen, answer]) await send(desk.store, [seq])
  await send(desk.store, [fresh], [], 900)
  await desk.store.together(({ letters }) => letters.seen(seen, 150))
  await desk.store.together(({ letters }) => letters.passedOn(passed))
  const rows = () => desk.store.read(({ letters }) => letters.unseen('web', 500, 10))
  expect((await rows()).map(textOf)).toEqual(['belum terlihat'])
  await desk.store.together(({ letters }) => letters.seen(answer, 160))
  expect(await rows()).toEqual([])
  expect((await desk.store.read(({ letters }) => letters.get(seen)))?.seenAt).toBe(150)
})

test('nobody can be written to who was never met', async () => {
  await using desk = await openTestStore()
  await expect(write(desk.store, letterTo('nobody', 'halo'))).rejects.toThrow('NOT NULL')
})
