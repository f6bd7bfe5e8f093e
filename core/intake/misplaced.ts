import type { Standing } from './standing.ts'
import { endsFiles, isEnough } from './steps/evidence.ts'
import { isNowhere, isWithoutPlace } from './steps/place.ts'
import { asked } from './steps.ts'
import { isStray } from './stray-words.ts'

/** What words mean that answer another question than the one that stands; undefined when they may answer this one. */
export function misplaced(standing: Standing, text: string): 'files-end' | 'no-place' | 'nothing' | undefined {
  if (endsEvidence(standing, text)) return 'files-end'
  if (!isStray(text) || answersHere(standing, text)) return undefined
  return isWithoutPlace(text) ? 'no-place' : 'nothing'
}

/** Files came while something else was asked, and the words say that these were all. */
const endsEvidence = ({ draft: { evidence } }: Standing, text: string): boolean =>
  evidence !== undefined && evidence.files.length > 0 && !evidence.done && endsFiles(text)

/** The questions of the review read such words themselves; of the others only the one they belong to. */
function answersHere({ question, sent }: Standing, text: string): boolean {
  const field = sent && question?.kind === 'field' ? question.field : undefined
  if (field === 'place') return isNowhere(text)
  if (field === 'evidence') return isEnough(text)
  return field !== undefined && !asked.some((one) => one === field)
}
