/** What a sender's line does, its signs read: [tap], #point, @file, ↩ quote, edit(m) and (m) marks, (menyusul) for a late member of an album. */
export type Utterance =
  | { readonly kind: 'text'; readonly text: string; readonly mark?: string; readonly quotes?: string }
  | { readonly kind: 'tap'; readonly label: string; readonly on?: string }
  | { readonly kind: 'place'; readonly lat: number; readonly lng: number; readonly label?: string }
  | {
      readonly kind: 'files'
      readonly names: readonly string[]
      readonly caption?: string
      readonly quotes?: string
      /** They belong to the sender's last album and come after it. */
      readonly late?: true
    }
  | { readonly kind: 'edit'; readonly mark: string; readonly text: string }
  | {
      readonly kind: 'sign'
      readonly sign: 'left' | 'back' | 'contact' | 'sticker' | 'poll' | 'unknown' | 'again' | 'forged'
    }

const signs: Readonly<Record<string, Extract<Utterance, { kind: 'sign' }>['sign']>> = {
  '(memblokir bot)': 'left',
  '(membuka blokir)': 'back',
  '(kartu kontak)': 'contact',
  '(stiker)': 'sticker',
  '(jajak pendapat)': 'poll',
  '(pesan lain)': 'unknown',
  '(terkirim ulang)': 'again',
  '(tombol palsu)': 'forged',
}

/** Reads what a sender's line does. `\n` stands for a new line, `\u0007` for a symbol that a file cannot show. */
export function utter(raw: string): Utterance {
  const quote = /^↩(?:"([^"]*)")? ?/.exec(raw)
  const text = unescaped(quote ? raw.slice(quote[0].length) : raw)
  const quotes = quote ? { quotes: quote[1] ?? '' } : {}
  const sign = signs[text]
  if (sign) return { kind: 'sign', sign }
  const tap = /^\[(.+)\](?: pada "(.*)")?$/.exec(text)
  if (tap?.[1]) return { kind: 'tap', label: tap[1], ...(tap[2] !== undefined && { on: tap[2] }) }
  const place = /^#(-?[\d.]+),(-?[\d.]+)(?: (.+))?$/.exec(text)
  if (place)
    return { kind: 'place', lat: Number(place[1]), lng: Number(place[2]), ...(place[3] && { label: place[3] }) }
  if (/^@\S+\.\w+/.test(text)) return files(text, quotes)
  const late = /^\(menyusul\) (@.+)$/.exec(text)
  if (late?.[1]) return { ...files(late[1], quotes), late: true }
  const edit = /^edit\((\w+)\) ?([\s\S]*)$/.exec(text)
  if (edit?.[1]) return { kind: 'edit', mark: edit[1], text: edit[2] ?? '' }
  const mark = /^\((m\d+)\) ?([\s\S]*)$/.exec(text)
  return { kind: 'text', text: mark ? (mark[2] ?? '') : text, ...(mark?.[1] && { mark: mark[1] }), ...quotes }
}

const unescaped = (raw: string): string =>
  raw
    .replaceAll('\\n', '\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function files(text: string, quotes: { quotes?: string }): Extract<Utterance, { kind: 'files' }> {
  const names: string[] = []
  let rest = text
  for (let match = /^@(\S+\.\w+)\s*/.exec(rest); match; match = /^@(\S+\.\w+)\s*/.exec(rest)) {
    names.push(match[1] ?? '')
    rest = rest.slice(match[0].length)
  }
  return { kind: 'files', names, ...(rest && { caption: rest }), ...quotes }
}
