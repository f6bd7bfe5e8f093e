/** Where a long text may be parted, the best first: between paragraphs, lines, sentences, words. */
const seams = [/\n\s*\n\s*/g, /\n\s*/g, /[.!?…]["'”’)]*\s+/g, /\s+/g]

/** A text in parts of at most `limit` UTF-16 units that joined are the text again; a word is parted only when it alone is longer, a surrogate pair never. */
export function split(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit) {
    const end = seamIn(rest.slice(0, limit))
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

/** The best seam that leaves a part at least half full, else the last gap between words, else the end. */
function seamIn(window: string): number {
  const ends = seams.map((seam) => [...window.matchAll(seam)].map((match) => match.index + match[0].length).at(-1) ?? 0)
  return ends.find((end) => end > window.length / 2) ?? (ends.at(-1) || wholeCharacters(window))
}

const wholeCharacters = (window: string): number =>
  /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length
