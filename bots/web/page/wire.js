/** @typedef {{ seq: number, at: number, text: string, choices: { id: string, label: string, url?: string }[], files: string[], ticket?: string }} Letter */
/** @typedef {{ known: boolean, language?: string, letters: Letter[], more?: boolean }} History */

/** Why something did not arrive: a word of the page, and whether trying again by itself makes sense. */
export class Unsent extends Error {
  /** @param {string} reason @param {number} status */
  constructor(reason, status) {
    super(reason)
    this.reason = reason
    this.stranger = status === 401
    this.again = this.stranger || status === 0 || status === 429 || status >= 500
  }
}

/** Milliseconds without a sign after which the network counts as gone. */
const patience = 30_000

/** Sends JSON to the desk; throws Unsent. @param {string} path @param {unknown} [body] */
export async function post(path, body) {
  const headers = { 'content-type': 'application/json' }
  const answer = await reached(
    fetch(path, { method: 'POST', headers, body: JSON.stringify(body ?? {}), signal: AbortSignal.timeout(patience) }),
  )
  if (!answer.ok) throw await unsent(answer)
  await reached(answer.text())
}

/** The desk's letters after one of them; throws Unsent. @param {number} after @returns {Promise<History>} */
export async function readLetters(after) {
  const answer = await reached(fetch(`/letters?after=${after}`, { signal: AbortSignal.timeout(patience) }))
  if (!answer.ok) throw await unsent(answer)
  return answer.json()
}

/** What kind of file a letter brings. @param {string} path */
export const typeOf = async (path) => (await fetch(path, { method: 'HEAD' })).headers.get('content-type') ?? ''

/**
 * Uploads a file and tells how far it is, from 0 to 1; throws Unsent. Only XMLHttpRequest tells it.
 * @param {string} upload @param {Blob} bytes @param {(share: number) => void} progress
 * @returns {Promise<{ evidence?: string, kind?: string, refused?: string }>}
 */
export function putFile(upload, bytes, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/uploads/${upload}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    let silence = setTimeout(() => request.abort(), patience)
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(silence)
      silence = setTimeout(() => request.abort(), patience)
      progress(total ? loaded / total : 0)
    }
    request.onloadend = () => clearTimeout(silence)
    request.onerror = request.onabort = () => reject(new Unsent('offline', 0))
    request.onload = () => {
      if (request.status === 200 || request.response?.refused) resolve(request.response)
      else reject(new Unsent(request.response?.reason ?? 'trouble', request.status))
    }
    request.send(bytes)
  })
}

/** @template T @param {Promise<T>} asked */
async function reached(asked) {
  try {
    return await asked
  } catch {
    throw new Unsent('offline', 0)
  }
}

/** @param {Response} answer */
async function unsent(answer) {
  const { reason } = await answer.json().catch(() => ({}))
  return new Unsent(reason ?? 'trouble', answer.status)
}
