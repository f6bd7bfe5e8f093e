import { type Sentence, say } from '../reply.ts'
import type { Turn } from '../turn.ts'

/** Says that a text is longer than what a report takes; nothing is ever cut silently. */
export function tooLong({ world }: Turn, text: string): Sentence[] {
  const most = world.settings.limits.descriptionCharacters
  return text.length > most ? [say('officer.too-long', { count: text.length, most })] : []
}
