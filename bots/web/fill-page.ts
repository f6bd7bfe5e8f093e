import { words } from './page/words.js'

/** Who the page says it is: the service's name, its city, who runs it, and whether it is only a trial. */
export type Face = {
  readonly name: string
  readonly city: string
  readonly controller?: string
  readonly trial: boolean
  /** The largest file that is taken, in bytes. */
  readonly fileBytes: number
}

type Filling = { readonly face: Face; readonly hash: string; readonly names: readonly string[] }

/** Puts names and words into the places `{{...}}` of a page file; scripts and styles have none. */
export function fillPage(name: string, text: string, filling: Filling): string {
  if (!/\.(html|webmanifest)$/.test(name)) return text
  const quoted = name.endsWith('.html') ? escapeHtml : escapeJson
  const places = placesOf(filling)
  return text
    .replace('{{preloads}}', preloads(filling))
    .replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => quoted(placed(places, place)))
}

function placesOf({ face, hash }: Filling): Readonly<Record<string, string>> {
  return {
    ...words.id,
    name: face.name,
    by: face.controller ?? face.city,
    hash,
    trial: face.trial ? 'yes' : 'no',
    fileBytes: String(face.fileBytes),
  }
}

function placed(places: Readonly<Record<string, string>>, place: string): string {
  const text = places[place]
  if (text === undefined) throw new Error(`the page names {{${place}}}, which nobody fills`)
  return text
}

const preloads = ({ names, hash }: Filling) =>
  names
    .filter((name) => name.endsWith('.js'))
    .map((name) => `<link rel="modulepreload" href="/page/${hash}/${name}">`)
    .join('\n    ')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const escapeJson = (text: string) => JSON.stringify(text).slice(1, -1)
