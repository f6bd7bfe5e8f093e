import { plain } from '../words/plain.ts'

/** Whether words about a resolved report say that it is done, that it is not, or neither. */
type Verdict = 'yes' | 'no' | undefined

const yes = new Set(
  'sudah,udah,udh,sdh,dah,puas,ya,iya,yes,done,ok,oke,sip,beres,selesai,tuntas,sudah selesai,sudah beres,udah beres,udah selesai,sudah puas,sudah baik,ya sudah,ya selesai,ya sudah selesai,iya sudah,sudah selesai terima kasih,sudah terima kasih,satisfied,it is done,all done,fixed,it is fixed,yes it is'.split(
    ',',
  ),
)
const no = new Set(
  'belum,blm,belom,tidak,tdk,nggak,ngga,gak,no,not yet,belum selesai,belum beres,blm selesai,belum tuntas,belum puas,tidak puas,tidak selesai,masih rusak,masih sama,still broken,not fixed,not done'.split(
    ',',
  ),
)
const thanks = /( (terima kasih|makasih|trims|thanks|thank you|pak|bu|min|ya|kok))+$/
const notDone = /^(belum|blm|belom|tidak|no|not yet)\b[\s,.:;!-]*/i

/** Reads short words as a verdict; longer ones only where they plainly speak of this report (`quoting`). */
export function verdictOf(text: string, quoting: boolean): Verdict {
  const typed = plain(text).replace(thanks, '')
  if (yes.has(typed)) return 'yes'
  if (no.has(typed)) return 'no'
  if (/^(belum|blm|belom)\s*[,.:;!-]/i.test(text.trim()) || /^(belum|blm) (selesai|beres|tuntas|puas)\b/.test(typed))
    return 'no'
  return quoting && notDone.test(text.trim()) ? 'no' : undefined
}

/** The reason inside words that say "not yet": what is left without them, nothing when they stand alone. */
export const reasonIn = (text: string): string => (bare.has(plain(text)) ? '' : text.trim())

const bare = new Set(
  'belum,blm,belom,tidak,tdk,nggak,ngga,gak,no,not yet,belum selesai,belum beres,blm selesai,belum tuntas,not done'.split(
    ',',
  ),
)
