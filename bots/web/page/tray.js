import { newId } from './id.js'
import { icon, make, part } from './make.js'
import { previewOf } from './preview.js'
import { tell } from './words.js'

/** @typedef {import('./storage.js').OwnFile} OwnFile */

/** The desk takes so many files in one message. */
const together = 10

/** Collects files before they are sent: chosen, photographed or pasted. @param {(sentence: string) => void} notice */
export function openTray(notice) {
  const list = part('tray')
  const limit = Number(document.body.dataset['fileBytes'])
  /** @type {OwnFile[]} */
  let files = []

  /** @param {Iterable<File>} chosen */
  const add = async (chosen) => {
    notice('')
    for (const file of chosen) {
      if (file.size > limit) notice(`${file.name}: ${tell('refused_too_big')}`)
      else if (file.size === 0) notice(`${file.name}: ${tell('refused_empty')}`)
      else files.push(await held(file))
    }
    draw()
    part('text').focus()
  }
  /** @param {OwnFile} file */
  const remove = (file) => {
    files = files.filter((other) => other !== file)
    draw()
    part('text').focus()
  }
  const draw = () => {
    list.replaceChildren(...files.map((file) => drawHeld(file, () => remove(file))))
    list.hidden = !files.length
  }
  opens('attach', 'files', add)
  opens('camera', 'shot', add)
  part('text').addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.files ?? []
    if (pasted.length) void add(pasted)
  })

  return {
    empty: () => !files.length,
    /** Hands over what was collected, in messages of at most ten. @returns {OwnFile[][]} */
    take() {
      const groups = Array.from({ length: Math.ceil(files.length / together) }, (_, index) =>
        files.slice(index * together, (index + 1) * together),
      )
      files = []
      draw()
      return groups
    },
  }
}

/** @param {string} button @param {string} input @param {(chosen: File[]) => void} add */
function opens(button, input, add) {
  const field = /** @type {HTMLInputElement} */ (part(input))
  part(button).addEventListener('click', () => field.click())
  field.addEventListener('change', () => {
    add([...(field.files ?? [])])
    field.value = ''
  })
}

/** @param {File} file @returns {Promise<OwnFile>} */
async function held(file) {
  const preview = await previewOf(file)
  return { upload: newId(), name: file.name, size: file.size, bytes: file, ...(preview ? { preview } : {}) }
}

/** @param {OwnFile} file @param {() => void} remove */
function drawHeld(file, remove) {
  const button = make(
    'button',
    { type: 'button', class: 'round', 'aria-label': `${tell('remove')} ${file.name}` },
    icon('close'),
  )
  button.addEventListener('click', remove)
  return make('li', {}, file.preview ? thumbnail(file.preview) : icon('file'), make('span', {}, file.name), button)
}

/** @param {Blob} preview */
function thumbnail(preview) {
  const url = URL.createObjectURL(preview)
  const picture = make('img', { src: url, alt: '' })
  picture.addEventListener('load', () => URL.revokeObjectURL(url), { once: true })
  return picture
}
