/** One line of a transcript as it is played. */
export type Line =
  | { readonly kind: 'says'; readonly who: string; readonly text: string; readonly burst: boolean; readonly at: number }
  | {
      readonly kind: 'bot'
      readonly to: string
      readonly silent: boolean
      readonly lines: readonly string[]
      readonly at: number
    }
  | { readonly kind: 'time'; readonly amount: number; readonly unit: Unit; readonly at: number }
  | { readonly kind: 'other'; readonly text: string; readonly at: number }

export const units = ['detik', 'menit', 'jam', 'hari', 'hari kerja'] as const
export type Unit = (typeof units)[number]

/** A transcript: its head (`waktu: ...`, `ani = telegram`) and its lines. */
export type Transcript = {
  readonly head: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, string>>
  readonly lines: readonly Line[]
}

/** Reads a transcript; throws on a line that is none. */
export function parse(text: string): Transcript {
  const head: Record<string, string> = {}
  const people: Record<string, string> = {}
  const lines: Line[] = []
  const rows = text.split('\n')
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? ''
    const set = /^(waktu|bahasa|atur): (.+)$/.exec(row)
    const person = /^(\w+) = (.+)$/.exec(row)
    const time = /^\+(\d+) (detik|menit|jam|hari kerja|hari)$/.exec(row)
    const bot = /^bot>(\w+)( \(tanpa suara\))?: ?(.*)$/.exec(row)
    const says = /^(\w+)(>>?) ?(.*)$/.exec(row)
    if (set?.[1]) head[set[1]] = set[2] ?? ''
    else if (person?.[1] && lines.every(({ kind }) => kind === 'other')) people[person[1]] = person[2] ?? ''
    else if (time) lines.push({ kind: 'time', amount: Number(time[1]), unit: time[2] as Unit, at })
    else if (bot?.[1]) {
      const start = at
      const body = [bot[3] ?? '']
      while (at + 1 < rows.length && /^( {2}.*)?$/.test(rows[at + 1] ?? '')) body.push((rows[++at] ?? '').slice(2))
      const blank = body.length - 1 - body.findLastIndex((line) => line !== '')
      lines.push({
        kind: 'bot',
        to: bot[1],
        silent: bot[2] !== undefined,
        lines: body.slice(0, -blank || undefined),
        at: start,
      })
      for (let left = blank; left > 0; left--) lines.push({ kind: 'other', text: '', at: at - left + 1 })
    } else if (says?.[1]) lines.push({ kind: 'says', who: says[1], text: says[3] ?? '', burst: says[2] === '>>', at })
    else if (row === '' || row.startsWith('#')) lines.push({ kind: 'other', text: row, at })
    else throw new Error(`line ${at + 1} is no line of a transcript: ${row}`)
  }
  return { head, people, lines }
}
