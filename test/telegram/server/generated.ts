import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Definition } from 'typescript-json-schema'

const require = createRequire(import.meta.url)
const contract = fileURLToPath(new URL('./contract.ts', import.meta.url))
const cache = fileURLToPath(new URL('../../../node_modules/.cache/telegram-schema', import.meta.url))

/** The two JSON schemas made from the published types: every method's parameters, and an update. */
type Generated = { readonly calls: Definition; readonly update: Definition }

/** Reads the schemas of these very types from the cache, or makes them once (about three seconds). */
export function generated(): Generated {
  const path = `${cache}/${versions()}.json`
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Generated
  } catch {
    return kept(path, made())
  }
}

const versions = (): string =>
  ['@grammyjs/types/package.json', 'typescript-json-schema/package.json']
    .reduce((hash, name) => hash.update(readFileSync(require.resolve(name))), createHash('sha256'))
    .update(readFileSync(contract))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 16)

function made(): Generated {
  const schemas = require('typescript-json-schema') as typeof import('typescript-json-schema')
  const options = { strict: true, module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true, types: [] }
  const program = schemas.getProgramFromFiles([contract], options)
  const generator = schemas.buildGenerator(program, {
    required: true,
    noExtraProps: true,
    strictNullChecks: true,
    ignoreErrors: true,
  })
  if (!generator) throw new Error('No schema could be made from @grammyjs/types')
  return { calls: generator.getSchemaForSymbol('Calls'), update: mended(generator.getSchemaForSymbol('Queued')) }
}

/** A quoted message is a message that quotes nothing; as a recursive intersection it comes out empty. */
function mended(update: Definition): Definition {
  const { Message, ReplyMessage } = (update.definitions ?? {}) as Record<string, Definition>
  if (!Message?.properties || !ReplyMessage) throw new Error('The published types name their messages differently now')
  const { reply_to_message, ...properties } = Message.properties
  Object.assign(ReplyMessage, { ...Message, properties })
  return update
}

/** Written beside and renamed, because several test files may start at once. */
function kept(path: string, schemas: Generated): Generated {
  const draft = `${path}.${process.pid}`
  mkdirSync(cache, { recursive: true })
  writeFileSync(draft, JSON.stringify(schemas))
  renameSync(draft, path)
  return schemas
}
