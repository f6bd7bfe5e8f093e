import type { Update } from '@grammyjs/types'
import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Calls } from './contract.ts'
import { generated } from './generated.ts'

/** A method of the Bot API, as the published types name it. */
export type MethodName = keyof Calls

/** What the published types say about calls and updates; each check answers with its complaint, or nothing. */
type Schema = {
  readonly methods: readonly MethodName[]
  /** True where a parameter is plain text, so that a form field is taken as it stands and not read as JSON. */
  isText(method: MethodName, parameter: string): boolean
  call(method: MethodName, params: unknown): string | undefined
  update(update: Update): string | undefined
}

type Shape = { type?: string | string[]; additionalProperties?: boolean; properties?: Record<string, Shape> }

/** Checkers of these large schemas are made once and used a little: eight times quicker to make, slower to run. */
const quick = { inlineRefs: false, code: { optimize: false } } as const

let loaded: Schema | undefined

/** The schema of this test run, made or read once in a process. */
export const schema = (): Schema => {
  loaded ??= load()
  return loaded
}

function load(): Schema {
  const { calls, update } = generated()
  const shapes = (calls as Shape).properties ?? {}
  for (const shape of Object.values(shapes)) shape.additionalProperties = false
  const ajv = new Ajv({ strict: false, validateFormats: false, ...quick })
  ajv.addSchema(calls as AnySchemaObject, 'calls').addSchema(update as AnySchemaObject, 'update')
  const complaint = (reference: string, given: unknown) => {
    const validate = ajv.getSchema(reference) as ValidateFunction
    return validate(given) ? undefined : told(validate.errors?.at(-1))
  }
  return {
    methods: Object.keys(shapes) as MethodName[],
    isText: (method, parameter) => shapes[method]?.properties?.[parameter]?.type === 'string',
    call: (method, params) => complaint(`calls#/properties/${method}`, params),
    update: (given) => complaint('update', given),
  }
}

const told = (error: ErrorObject | undefined): string =>
  `${error?.instancePath || 'the call'} ${error?.message} ${JSON.stringify(error?.params)}`
