import { dayOf } from '../../core/calendar.ts'
import type { Enclosure } from '../../core/channel.ts'
import { gather } from '../../core/export/gather.ts'
import type { Paper } from '../../core/reply.ts'
import type { Store } from '../../core/store.ts'
import type { World } from '../../core/world.ts'
import { csv } from './csv.ts'

/** The paper of a letter as a file, made from a snapshot of the moment the letter leaves. */
export async function makePaper(store: Store, { city }: World, paper: Paper): Promise<Enclosure> {
  const sheet = await store.read((reading) => gather(reading, city, paper))
  const name = ['laporan', paper.agency?.toLowerCase(), dayOf(paper.at)].filter((part) => part !== undefined).join('-')
  return { kind: 'document', name: `${name}.csv`, bytes: csv(sheet) }
}
