import { say } from '../../reply.ts'
import { plain } from '../../words/plain.ts'
import type { Draft } from '../draft.ts'
import type { Step } from '../step.ts'

const ended = ['selesai', 'sudah', 'cukup', 'done', 'enough']
const enough = [
  ...ended,
  'tidak ada',
  'tidak',
  'gak ada',
  'ga ada',
  'lewati',
  'lanjut',
  'no',
  'none',
  'skip',
  'nothing',
]

/** Words that say at any question that all files were sent; "none" or "skip" could mean that question. */
export const endsFiles = (text: string): boolean => ended.includes(plain(text))

/** Words that end the question about files. */
export const isEnough = (text: string): boolean => enough.includes(plain(text))

/** Photos, videos, voice notes and documents; files come beside the question, words only end it. */
export const evidence: Step<NonNullable<Draft['evidence']>> = {
  ask: (draft, { limits }) => {
    const count = draft.evidence?.files.length ?? 0
    if (count === 0)
      return {
        says: [say('intake.ask-evidence', { most: limits.filesPerReport })],
        choices: [{ id: 'done', label: say('button.no-evidence') }],
      }
    return {
      says: [say('intake.ask-more-evidence', { count })],
      choices: [
        { id: 'done', label: say('button.enough') },
        { id: 'clear', label: say('button.clear-evidence') },
      ],
    }
  },
  read: (input, draft) => {
    const files = draft.evidence?.files ?? []
    if (input.kind === 'choice')
      return input.id === 'clear'
        ? { keep: { files: [], done: true } }
        : input.id === 'done'
          ? { keep: { files, done: true } }
          : 'not mine'
    return input.kind === 'text' && isEnough(input.text) ? { keep: { files, done: true } } : 'not mine'
  },
}
