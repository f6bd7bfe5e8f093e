import { actButton, timeOf } from './letter.js'
import { icon, make } from './make.js'
import { tell, wordFor } from './words.js'

/** @typedef {import('./storage.js').Bubble} Bubble */
/** @typedef {import('./storage.js').OwnFile} OwnFile */

/** @typedef {{ again: () => void, edit: (bubble: Bubble) => void }} Acts */

/** Shows one own message. @param {Bubble} bubble @param {Acts} acts */
export function drawOwn(bubble, acts) {
  const text = bubble.says ?? bubble.text
  const body = make(
    'div',
    { class: 'bubble' },
    make('span', { class: 'unseen', 'data-word': 'me' }, tell('me')),
    make('div', { class: 'files' }),
    ...(bubble.place ? [drawPlace(bubble.place)] : []),
    ...(bubble.edits ? [make('p', { class: 'edited', 'data-word': 'edited' }, tell('edited'))] : []),
    ...(text ? [make('p', { class: 'text' }, text)] : []),
    make('p', { class: 'foot' }),
  )
  const row = make('div', { class: 'row me' }, body)
  settleOwn(row, bubble, acts)
  return row
}

/** Brings a shown message up to date: its files and whether it has arrived. @param {HTMLElement} row @param {Bubble} bubble @param {Acts} acts */
export function settleOwn(row, bubble, acts) {
  row.dataset['state'] = bubble.state
  settleFiles(row, bubble)
  row.querySelector('.foot')?.replaceChildren(timeOf(bubble.at), ...stateOf(bubble, acts))
}

/** Draws the files only when they changed: pictures would flicker. @param {HTMLElement} row @param {Bubble} bubble */
function settleFiles(row, bubble) {
  const files = bubble.files ?? []
  const drawn = files.map(({ bytes, refused }) => `${refused}${!!bytes && bubble.state === 'waiting'}`).join()
  if (row.dataset['files'] === drawn) return
  row.dataset['files'] = drawn
  row.querySelector('.files')?.replaceChildren(...files.map((file) => drawOwnFile(file, bubble)))
}

/** Shows how far an upload is. @param {string} upload @param {number} share from 0 to 1 */
export function showProgress(upload, share) {
  const bar = document.getElementById(`upload-${upload}`)
  if (bar instanceof HTMLProgressElement) bar.value = share
}

/** @param {Bubble} bubble @param {Acts} acts */
function stateOf(bubble, { again, edit }) {
  const change = isWords(bubble) ? [actButton('edit', () => edit(bubble))] : []
  if (bubble.state === 'sent') return [stated('check', tell('sent')), ...change]
  if (bubble.state === 'waiting' && bubble.reason === undefined) return [stated('clock', tell('sending'))]
  const why = bubble.reason ? [make('span', { class: 'why' }, tell(wordFor(bubble.reason)))] : []
  const button = make('button', { type: 'button', class: 'again' }, tell('again'))
  button.addEventListener('click', again)
  const useful = bubble.state === 'waiting' || bubble.reason !== ''
  return [stated('clock', tell('failed')), ...(useful ? [button] : []), ...why]
}

/** Own words can be changed; taps and commands cannot. @param {Bubble} bubble */
const isWords = ({ text, says }) => text && says === undefined && !text.startsWith('/')

/** @param {string} picture @param {string} word */
const stated = (picture, word) => make('span', { class: 'state' }, icon(picture), word)

/** @param {{ lat: number, lng: number }} place */
const drawPlace = ({ lat, lng }) =>
  make(
    'p',
    { class: 'place' },
    icon('pin'),
    make('span', {}, `${tell('placeSent')} `, make('small', {}, `${lat.toFixed(5)}, ${lng.toFixed(5)}`)),
  )

/** @param {OwnFile} file @param {Bubble} bubble */
function drawOwnFile(file, bubble) {
  /** @type {HTMLElement[]} */
  const shown = file.preview
    ? [drawPreview(file)]
    : [make('p', { class: 'named' }, icon('file'), make('span', {}, file.name))]
  if (file.refused) shown.push(make('p', { class: 'why' }, tell(wordFor(`refused_${file.refused}`))))
  if (file.bytes && bubble.state === 'waiting') shown.push(drawProgress(file))
  return make('div', { class: 'own-file' }, ...shown)
}

/** @param {OwnFile} file */
function drawPreview(file) {
  const url = URL.createObjectURL(/** @type {Blob} */ (file.preview))
  const picture = make('img', { src: url, alt: file.name })
  picture.addEventListener('load', () => URL.revokeObjectURL(url), { once: true })
  return picture
}

/** @param {OwnFile} file */
const drawProgress = (file) =>
  make('progress', {
    id: `upload-${file.upload}`,
    max: '1',
    value: '0',
    'aria-label': `${tell('uploading')} ${file.name}`,
  })
