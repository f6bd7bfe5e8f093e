import { part } from './make.js'
import { whereAmI } from './place.js'
import { openTray } from './tray.js'
import { tell } from './words.js'

/** @typedef {import('./storage.js').Bubble} Bubble */
/** @typedef {Pick<Bubble, 'text' | 'files' | 'place' | 'quotes'>} Written */

/** Opens the place where messages are written; what is written goes to `send`. @param {(written: Written) => void} send */
export function openComposer(send) {
  const form = /** @type {HTMLFormElement} */ (part('composer'))
  const field = /** @type {HTMLTextAreaElement} */ (part('text'))
  const notice = part('notice')
  const tray = openTray((sentence) => (notice.textContent = sentence))
  const reply = openReply(field)

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    const written = { ...(text ? { text } : {}), ...reply.take() }
    const groups = tray.take()
    if (!text && !groups.length) return field.focus()
    for (const [index, files] of groups.entries()) send(index ? { files } : { ...written, files })
    if (!groups.length) send(written)
    field.value = ''
    notice.textContent = ''
    grow(field)
    field.focus()
  })
  field.addEventListener('input', () => grow(field))
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !matchMedia('(pointer: fine)').matches) return
    event.preventDefault()
    form.requestSubmit()
  })
  part('place').addEventListener('click', async () => {
    notice.textContent = tell('placeSearching')
    const found = await whereAmI()
    notice.textContent = 'place' in found ? '' : tell(found.sentence)
    if ('place' in found) send({ ...found, ...reply.take() })
    else field.focus()
  })
  return { reply: reply.open }
}

/** The field grows with its text, up to the limit of its style. @param {HTMLTextAreaElement} field */
function grow(field) {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Remembers which letter the next message answers. @param {HTMLTextAreaElement} field */
function openReply(field) {
  const bar = part('replying')
  /** @type {number | undefined} */
  let letter
  const end = () => {
    letter = undefined
    bar.hidden = true
  }
  part('replying-end').addEventListener('click', () => {
    end()
    field.focus()
  })
  return {
    /** @param {import('./wire.js').Letter} to */
    open(to) {
      letter = to.seq
      part('replying-to').textContent = to.text
      bar.hidden = false
      field.focus()
    },
    take() {
      const quotes = letter
      end()
      return quotes ? { quotes } : {}
    },
  }
}
