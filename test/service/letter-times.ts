import type { Store } from '../../core/store.ts'

/** When a person's letters fell due and left: the delay of what is told about reports behind the event that caused it in milliseconds, questions and files apart, which wait for more; and the times of leaving. */
export const letterTimes = (store: Store, telegramId: number) =>
  store.read(async ({ people, letters, tickets }) => {
    const contact = (await people.contactAt({ channel: 'telegram', id: String(telegramId) }))!
    const seqs = (await letters.shown(contact.id, 0, 1000)).map(({ seq }) => seq)
    const rows = (await Promise.all(seqs.map((seq) => letters.get(seq)))).filter((row) => row !== undefined)
    const mine = await tickets.ofReporter(contact.person)
    const events = (await Promise.all(mine.map(({ id }) => tickets.events(id)))).flat()
    const behind = (due: number) => due - Math.max(...events.map(({ at }) => at).filter((at) => at <= due))
    return {
      delays: rows
        .filter(({ ticket, letter, question }) => ticket && !question && !letter.files)
        .map(({ due }) => behind(due)),
      left: rows.map(({ sentAt }) => sentAt!),
    }
  })
