import { alone, rest } from './tabs.js'
import { post, putFile, Unsent } from './wire.js'

/** @typedef {import('./storage.js').Bubble} Bubble */
/** @typedef {import('./storage.js').OwnFile} OwnFile */
/** @typedef {{ shelf: import('./storage.js').Shelf, changed: (bubble: Bubble) => void, progress: (upload: string, share: number) => void }} Desk */

const longest = 30_000

/** Whether the desk knows this browser: it has to knock once, before anything of it is taken. */
let known = false

/**
 * Sends what waits on the shelf, in order, until nothing is left; one tab at a time, again and again while the network
 * or the desk is away. `pump` starts it, `hurry` ends a pause.
 * @param {Desk} desk
 */
export function openSender(desk) {
  let wake = () => {}
  const pump = () =>
    alone('send', async () => {
      let pause = 1000
      for (;;) {
        const waiting = (await desk.shelf.all()).find(({ state }) => state === 'waiting')
        if (!waiting) return
        const arrived = await tryToSend(waiting, desk)
        if (arrived) pause = 1000
        else await rest(pause, (early) => (wake = early))
        if (!arrived) pause = Math.min(longest, pause * 2)
      }
    })
  return { pump, hurry: () => wake() }
}

/** Sends one message; false when it waits for another try. @param {Bubble} bubble @param {Desk} desk */
async function tryToSend(bubble, desk) {
  try {
    await deliver(bubble, desk)
    delete bubble.reason
    bubble.state = 'sent'
  } catch (error) {
    if (!(error instanceof Unsent)) throw error
    if (error.stranger) known = false
    bubble.reason = error.reason
    bubble.state = error.again ? 'waiting' : 'failed'
  }
  await keep(bubble, desk)
  return bubble.state !== 'waiting'
}

/** @param {Bubble} bubble @param {Desk} desk */
async function deliver(bubble, desk) {
  if (!known) await post('/visit')
  known = true
  for (const file of bubble.files ?? []) if (file.bytes) await upload(file, bubble, desk)
  const message = messageOf(bubble)
  if (!message) throw new Unsent('', 422)
  await post('/messages', message)
}

/** @param {OwnFile} file @param {Bubble} bubble @param {Desk} desk */
async function upload(file, bubble, desk) {
  const bytes = /** @type {Blob} */ (file.bytes)
  const kept = await putFile(file.upload, bytes, (share) => desk.progress(file.upload, share))
  Object.assign(file, kept)
  delete file.bytes
  await keep(bubble, desk)
}

/** Writes a change down unless the person left meanwhile. @param {Bubble} bubble @param {Desk} desk */
async function keep(bubble, { shelf, changed }) {
  if (!(await shelf.has(bubble.id))) return
  await shelf.keep(bubble)
  changed(bubble)
}

/** The message as the desk reads it; nothing when every file was refused. @param {Bubble} bubble */
function messageOf({ id, quotes, edits, text, press, place, files }) {
  const frame = quotes ? { id, quotes } : { id }
  if (press) return { ...frame, press }
  if (edits && text) return { id, edits, text }
  if (place) return { ...frame, place }
  const media = (files ?? []).flatMap(({ evidence, kind }) => (evidence ? [{ evidence, kind }] : []))
  if (media.length) return { ...frame, media, ...(text ? { caption: text } : {}) }
  return text ? { ...frame, text } : undefined
}
