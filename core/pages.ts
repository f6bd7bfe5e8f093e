import type { Language } from '../locales/language.ts'
import type { Enclosure } from './channel.ts'
import type { Address, Heard, MediaKind } from './message.ts'
import type { ShownLetter } from './store.ts'

/** Writes what a door heard and resolves after the commit; only then may the door confirm it to its platform. Throws StoreTrouble. */
export type Inlet = (heard: readonly Heard[]) => Promise<void>

/** Why bytes were not kept: shown to the person as a kind sentence. */
export const refusals = ['empty', 'too_big', 'kind', 'pixels', 'quota', 'disk', 'expired', 'too_many'] as const
export type RefusedFile = (typeof refusals)[number]

/** Takes the bytes of an upload for an address: sealed on disk before it resolves. The same `upload` id twice is one file. */
export type Uploads = (
  from: Address,
  upload: string,
  bytes: AsyncIterable<Uint8Array>,
) => Promise<{ readonly evidence: string; readonly kind: MediaKind } | { readonly refused: RefusedFile }>

/** What the web page needs beside hearing and sending. */
export interface Pages {
  /** The address a browser's secret token opens. */
  visitor(token: string): Promise<Address | undefined>
  /** Ties a browser's new token to a new address. */
  welcome(token: string, address: Address): Promise<void>
  /** Whether this address ever filed a report: new visitors who did not are counted per IP. */
  filed(address: Address): Promise<boolean>
  /** The language the desk speaks to this address. */
  language(address: Address): Promise<Language>
  /** Forgets this browser; the reports stay. */
  forget(token: string): Promise<void>
  /** Opens another browser's chat with its key; wrong keys are counted for `who` (an HMAC of the IP) and overall. */
  open(key: string, token: string, who: string): Promise<'opened' | 'wrong' | 'too_many'>
  letters(address: Address, after: number, limit: number): Promise<readonly ShownLetter[]>
  /** The page showed everything up to this letter. */
  seen(address: Address, letter: number): Promise<void>
  /** One enclosure of a letter to this address, stripped. */
  enclosure(address: Address, letter: number, index: number): Promise<Enclosure | undefined>
}
