import type { Both } from '../locales/language.ts'

/** A place on earth in degrees, WGS 84. */
export type Point = { readonly lat: number; readonly lng: number }

/** West, south, east and north edges in degrees, in the order of RFC 7946. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** An office that can hold a report; an outside one (PLN, police, province) only through an admin. */
export type Agency = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly handles: Both
  readonly outside: boolean
}

/** A kelurahan, found by its name or one of its other spellings. */
export type Area = {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly district: string
  readonly centroid: Point
  readonly box: Box
}

/** The classes of SP4N-LAPOR! that decide how long a result may take. */
export const classes = ['info_5', 'biasa_14', 'pengawasan_60', 'none'] as const
export type Class = (typeof classes)[number]

/** One of the 38 official topics of SP4N-LAPOR!. */
export type Topic = { readonly id: string; readonly name: Both; readonly secret: boolean }

/** What a resident can choose; it always fixes a topic, an agency and a class. */
export type Category = {
  readonly id: string
  readonly label: Both
  readonly topic: string
  readonly agency: string
  readonly class: Exclude<Class, 'none'>
}

/** A line of the city menu; with several choices one more question decides. */
export type MenuLine = {
  readonly id: string
  readonly label: Both
  readonly question?: Both
  readonly choices: readonly Category[]
}

/** A number of working days and the rule it comes from. */
export type Term = { readonly days: number; readonly rule: string }

export type Holiday = { readonly date: string; readonly name: string }

/** A reason for which a report may be refused, and how the reporter can repair it. */
export type Refusal = { readonly id: string; readonly label: Both; readonly repair: Both }

export type EmergencyNumber = { readonly number: string; readonly label: Both }

/** Everything that belongs to one city, read from its pack of files. */
export type City = {
  readonly id: string
  readonly name: string
  readonly confirmed: boolean
  readonly box: Box
  readonly quiet: { readonly from: string; readonly until: string }
  readonly greeting: Both
  readonly privacy: Both
  readonly menu: readonly MenuLine[]
  readonly topics: readonly Topic[]
  readonly agencies: readonly Agency[]
  readonly areas: readonly Area[]
  readonly holidays: { readonly officialUntil: string; readonly days: readonly Holiday[] }
  /** Words that mean an emergency anywhere in a message, or only as the whole of it. */
  readonly emergency: {
    readonly words: readonly string[]
    readonly alone: readonly string[]
    readonly numbers: readonly EmergencyNumber[]
  }
  readonly pings: readonly string[]
  /** Whole messages that only thank. */
  readonly thanks: readonly string[]
  readonly refusals: readonly Refusal[]
  readonly terms: {
    readonly verify: Term
    readonly follow: Term
    readonly silence: Term
    readonly pause: Term
    readonly classes: Readonly<Record<Exclude<Class, 'none'>, Term>>
  }
}
