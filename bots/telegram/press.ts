const longest = 64
const parts = /^([0-9a-z]{1,10})\.(.+)$/s

/** What a button carries: the letter's sequence in base 36, a dot and the choice. Throws a RangeError over the 64 bytes Telegram takes (Bot API, InlineKeyboardButton.callback_data). */
export function writePress(letter: number, choice: string): string {
  const data = `${letter.toString(36)}.${choice}`
  if (new TextEncoder().encode(data).length > longest)
    throw new RangeError(`choice does not fit a button of letter ${letter}`)
  return data
}

/** The letter and choice behind a press; data that the desk never wrote is a press on letter 0, which no letter is. */
export function readPress(data: string | undefined): { readonly letter: number; readonly choice: string } {
  const [, sequence = '', choice = ''] = parts.exec(data ?? '') ?? []
  const letter = Number.parseInt(sequence, 36)
  const ours = Number.isSafeInteger(letter) && letter.toString(36) === sequence
  return ours ? { letter, choice } : { letter: 0, choice: '' }
}
