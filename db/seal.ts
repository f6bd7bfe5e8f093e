import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { ifMissing } from './if-missing.ts'

/**
 * Seals bytes and texts for the disk and marks them so that they can be found without being opened.
 * `context` names the place of a sealed value, which opens nowhere else.
 */
export type Seal = {
  readonly seal: (bytes: Uint8Array, context?: string) => Buffer
  readonly open: (sealed: Uint8Array, context?: string) => Buffer
  readonly sealText: (text: string, context?: string) => Buffer
  readonly openText: (sealed: Uint8Array, context?: string) => string
  readonly mark: (text: string) => string
  readonly markBytes: (bytes: Uint8Array) => string
}

// `made`: just now, so that the start-up can say what the key file does not protect.
type Key = { readonly key: Uint8Array; readonly made: boolean }

const version = 1
const nonceLength = 12
const tagLength = 16
const headLength = 1 + nonceLength + tagLength

/**
 * Makes the seal of a 32-byte key: AES-256-GCM under one key, HMAC-SHA256 marks in base64url under another, both by
 * HKDF-SHA256 (RFC 5869). Opening throws what to do when the key is not the one that sealed.
 */
export const openSeal = (key: Uint8Array): Seal => {
  if (key.length !== 32) throw new Error(`A key has 32 bytes, this one ${key.length}.`)
  const sealing = derived(key, 'seal')
  const marking = derived(key, 'mark')
  const nonce = drawNonces()
  const seal: Seal['seal'] = (bytes, context = '') => sealed({ key: sealing, nonce: nonce() }, bytes, context)
  const open: Seal['open'] = (bytes, context = '') => opened(sealing, bytes, context)
  const markBytes: Seal['markBytes'] = (bytes) => createHmac('sha256', marking).update(bytes).digest('base64url')
  return {
    seal,
    open,
    sealText: (text, context) => seal(Buffer.from(text), context),
    openText: (bytes, context) => open(bytes, context).toString(),
    mark: (text) => markBytes(Buffer.from(text)),
    markBytes,
  }
}

const derived = (key: Uint8Array, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `complaint desk, ${purpose}, version ${version}`, 32)))

// Random nonces cut from larger draws: a draw for each was the largest cost of a message after the disk.
function drawNonces(): () => Buffer {
  let drawn = Buffer.alloc(0)
  return () => {
    if (drawn.length < nonceLength) drawn = randomBytes(nonceLength * 256)
    const nonce = drawn.subarray(0, nonceLength)
    drawn = drawn.subarray(nonceLength)
    return nonce
  }
}

// Layout: version, nonce, tag, ciphertext.
const sealed = ({ key, nonce }: { key: KeyObject; nonce: Buffer }, bytes: Uint8Array, context: string) => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([Uint8Array.of(version), nonce, cipher.getAuthTag(), body])
}

const opened = (key: KeyObject, bytes: Uint8Array, context: string) => {
  if (bytes.length < headLength || bytes[0] !== version) {
    throw new Error('This is not sealed data: restore it from a backup.')
  }
  const nonce = bytes.subarray(1, 1 + nonceLength)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(1 + nonceLength, headLength))
  const body = cipher.update(bytes.subarray(headLength))
  try {
    cipher.final()
  } catch (cause) {
    throw new Error(wrongKey, { cause })
  }
  return body
}

const wrongKey =
  'This DATA_KEY did not seal this data, or the data was changed since: start with the key this data folder was made ' +
  'with (DATA_KEY, or the file named by DATA_KEY_FILE), or restore the folder and its key from one backup.'

/**
 * The key of the desk: the one given (32 bytes in base64), else the one kept in `file`, else a new one kept there for
 * its owner alone. Throws what to do when what is given or kept is no key.
 */
export const readKey = ({ key, file }: { key?: string | undefined; file: string }): Key => {
  if (key !== undefined) return { key: decoded(key, 'DATA_KEY', makeOne), made: false }
  const kept = readKept(file)
  if (kept !== undefined) return { key: decoded(kept, file, putBack), made: false }
  return { key: makeKey(file), made: true }
}

const makeOne = 'make one with: openssl rand -base64 32'
const putBack = 'put the right key back; only if nothing was ever kept in this data folder, delete the file'

const decoded = (text: string, where: string, remedy: string) => {
  const trimmed = text.trim()
  const bytes = Buffer.from(trimmed, 'base64')
  if (bytes.length === 32 && bytes.toString('base64') === trimmed) return bytes
  throw new Error(`${where} is not 32 bytes in base64: ${remedy}.`)
}

const readKept = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return ifMissing(undefined)(error)
  }
}

// On disk, folder entry included, before anything is sealed with it: a key lost in a power cut loses all data.
const makeKey = (file: string) => {
  const key = randomBytes(32)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const made = openSync(file, 'wx', 0o600)
  writeSync(made, `${key.toString('base64')}\n`)
  fsyncSync(made)
  closeSync(made)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
  return key
}
