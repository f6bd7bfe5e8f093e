import type { Language } from '../locales/language.ts'
import type { Address } from './message.ts'

/** A human being as the desk knows them; addresses, reports and roles hang on the id. */
export type Person = {
  readonly id: string
  /** The name to be called by: the platform's until the person chooses one. */
  readonly name?: string
  /** Undefined until the first words or /bahasa decide. */
  readonly language?: Language
}

/** One private address of a person. */
export type Contact = {
  readonly id: string
  readonly person: string
  readonly address: Address
  /** Milliseconds of the last message from it. */
  readonly heardAt: number
  /** The person said STOP here: no notices. */
  readonly stopped: boolean
  /** The platform said that nothing arrives here any more. */
  readonly gone: boolean
}

/** A duty held by a person; an officer's is bound to an agency. Ended roles stay as rows. */
export type Duty = {
  readonly id: string
  readonly person: string
  readonly role: 'officer' | 'admin'
  /** The agency of an officer; an admin has none. */
  readonly agency?: string
  readonly since: number
  readonly seenAt: number
  /** Lapses 180 days after the last confirmation. */
  readonly confirmedAt: number
  /** When the admins were last reminded that it lapses. */
  readonly remindedAt?: number
  readonly endedAt?: number
}
