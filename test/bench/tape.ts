import { openHouse } from './house.ts'
import { report } from './report.ts'
import { listenToStatements, type Unit } from './statements.ts'

/** One message as the store saw it: its inbox row, and the unit in which the desk answered it. */
export type Taped = { readonly heard: Unit; readonly unit: Unit }

/** A round of the report: what was sent before it, and what came of each message. */
export type Round = { readonly before: readonly Unit[]; readonly messages: readonly Taped[] }

/** Records what the desk writes while so many residents report, one message in flight. */
export async function recordTape(file: string, residents: number): Promise<readonly Round[]> {
  await using house = openHouse(file, residents)
  using listener = listenToStatements()
  const rounds: Round[] = []
  for (const round of report.keys()) {
    await house.send()
    const messages = await house.prepare(round)
    const before = listener.taken()
    await house.speak(messages, 1)
    rounds.push({ before, messages: paired(listener.taken()) })
  }
  return rounds
}

/** With one message in flight, units come in pairs: the row, then the unit. */
function paired(units: readonly Unit[]): Taped[] {
  const pairs = Array.from({ length: units.length / 2 }, (_, at) => ({
    heard: units[2 * at] ?? [],
    unit: units[2 * at + 1] ?? [],
  }))
  if (!pairs.every(({ heard }) => heard[0]?.sql.startsWith('insert into "inbox"')))
    throw new Error('A message did not begin with its inbox row.')
  return pairs
}
