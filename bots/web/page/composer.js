import { part } from './make.js'
import { whereAmI } from './place.js'
import { openTray } from './tray.js'
import { tell } from './words.js'

/** @typedef {import('./storage.js').Bubble} Bubble */
/** @typedef {Pick<Bubble, 'text' | 'files' | 'place' | 'quotes' | 'edits'>} Written */

/** Opens the place where messages are written; what is written goes to `send`. @param {(written: Written) => void} send */
export function openComposer(send) {
  const form = /** @type {HTMLFormElement} */ (part('composer'))
  const field = /** @type {HTMLTextAreaElement} */ (part('text'))
  const notice = part('notice')
  const tray = openTray((sentence) => (notice.textContent = sentence))
  const about = openAbout(field)

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (!text && (about.edits() || tray.empty())) return field.focus()
    for (const message of together({ ...(text ? { text } : {}), ...about.take() }, tray.take())) send(message)
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
    if ('place' in found) send({ ...found, ...about.quotes() })
    else field.focus()
  })
  return { reply: about.reply, edit: about.edit }
}

/**
 * The messages of one act: words go with the first files, a change by itself.
 * @param {Written} written @param {import('./storage.js').OwnFile[][]} groups @returns {Written[]}
 */
function together(written, groups) {
  const [first, ...rest] = groups.map((files) => ({ files }))
  if (!first) return [written]
  return [...(written.edits ? [written, first] : [{ ...written, ...first }]), ...rest]
}

/** The field grows with its text, up to the limit of its style. @param {HTMLTextAreaElement} field */
function grow(field) {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Remembers which letter the next message answers, or which own message it changes. @param {HTMLTextAreaElement} field */
function openAbout(field) {
  const bar = part('about')
  /** @type {Pick<Written, 'quotes' | 'edits'>} */
  let about = {}
  const end = () => {
    if (about.edits) field.value = ''
    about = {}
    bar.hidden = true
  }
  /** @param {typeof about} now @param {import('./words.js').Word} word @param {string} text */
  const begin = (now, word, text) => {
    end()
    about = now
    part('about-word').textContent = tell(word)
    part('about-text').textContent = text
    bar.hidden = false
    field.focus()
  }
  const take = () => {
    const taken = about
    end()
    return taken
  }
  part('about-end').addEventListener('click', () => {
    end()
    grow(field)
    field.focus()
  })
  return {
    edits: () => about.edits,
    /** @param {import('./wire.js').Letter} to */
    reply: (to) => begin({ quotes: to.seq }, 'replying', to.text),
    /** @param {Bubble} of */
    edit(of) {
      begin({ edits: of.edits ?? of.id }, 'editing', of.text ?? '')
      field.value = of.text ?? ''
      grow(field)
    },
    take,
    /** What a message other than words answers: it never ends a change. */
    quotes: () => (about.edits ? {} : take()),
  }
}
