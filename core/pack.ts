import { mayRead } from './may-read.ts'
import type { Contact } from './person.ts'
import { type Letter, type Rendered, render, type Sentence } from './reply.ts'
import type { LetterRow, Reading } from './store.ts'
import type { World } from './world.ts'

/** A letter ready to leave: to whom, with which others it merged, and in its reader's language. */
export type Packed = {
  readonly contact: Contact
  readonly letter: Letter
  readonly seqs: readonly number[]
  readonly rendered: Rendered
}

/** The letter with every waiting notice about the same report put into it, in its reader's language of now. */
export async function pack(memory: Reading, world: World, row: LetterRow): Promise<Packed | undefined> {
  const contact = await memory.people.contact(row.contact)
  if (!contact || !(await mayRead(memory, world, contact, row))) return undefined
  const rows = canMerge(row) ? await memory.letters.waitingAbout(row.contact, row.ticket) : [row]
  const same = rows.filter(({ letter }) => letter.as === row.letter.as && !letter.paper)
  const merged = same.length > 1 ? merge(same.map(({ letter }) => letter)) : row.letter
  const person = await memory.people.get(contact.person)
  return {
    contact,
    letter: merged,
    seqs: same.length > 1 ? same.map(({ seq }) => seq) : [row.seq],
    rendered: render(merged, person?.language ?? 'id'),
  }
}

/** A letter of which a part left already goes on as it is: what is put into it now would be skipped. */
const canMerge = (row: LetterRow): row is LetterRow & { readonly ticket: string } =>
  row.lane === 'notice' && row.ticket !== undefined && row.sentAs.length === 0

const merge = (letters: readonly Letter[]): Letter => {
  const choices = letters.findLast((letter) => letter.choices)?.choices
  const says = letters.flatMap((letter) => letter.says)
  const card = says.findLast(isCard)
  return {
    // The report's card as it stands now, once.
    says: says.filter((sentence) => !isCard(sentence) || sentence === card),
    files: letters.flatMap(({ files }) => files ?? []),
    as: letters[0]!.as,
    ...(choices && { choices }),
  }
}

const isCard = ({ key }: Sentence) => key === 'card.whole'
