import type { ResponseParameters } from '@grammyjs/types'

/** What the platform answers instead of a result: its code, its own sentence and, for 429, the seconds to wait. */
export class Refused extends Error {
  readonly code: number
  readonly parameters: ResponseParameters | undefined

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** A refusal of the call as such, in the words after "Bad Request: ". */
export const badRequest = (why: string): Refused => new Refused(400, `Bad Request: ${why}`)
