import type { City } from './city.ts'

/** What a decision may know beside what was said: the city, its settings, the time and chance. */
export type World = {
  readonly city: City
  readonly settings: Settings
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Random bytes, fit for codes. */
  readonly random: (bytes: number) => Uint8Array
  /** Free bytes of the disk that keeps reports and evidence, as last looked at. */
  readonly freeDisk: () => number
  /** A link that opens Telegram with a one-time code; undefined while Telegram is not open. */
  readonly telegram: (code: string) => string | undefined
}

/** What the operators decided. */
export type Settings = {
  /** Who runs the service, and where to ask about personal data; a trial has neither. */
  readonly controller?: string
  readonly contact?: string
  /** Not an official service yet: every greeting, card and page says so. */
  readonly trial: boolean
  /** Reachable by others than this machine: web addresses then hold no duties. */
  readonly public: boolean
  readonly limits: Limits
}

export type Limits = {
  readonly reportsPerHour: number
  readonly fileBytes: number
  readonly dayBytes: number
  readonly dayFiles: number
  readonly filesPerReport: number
  readonly descriptionCharacters: number
  /** Wrong codes an hour, of one person and of all together. */
  readonly wrongCodes: number
  readonly wrongCodesOverall: number
  /** Bytes of free disk below which evidence, then reports, are refused. */
  readonly evidenceFloor: number
  readonly reportFloor: number
}
