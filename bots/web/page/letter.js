import { linked } from './linked.js'
import { icon, make } from './make.js'
import { clockOf } from './when.js'
import { typeOf } from './wire.js'
import { tell } from './words.js'

/** @typedef {import('./wire.js').Letter} Letter */
/** @typedef {{ press: (letter: Letter, choice: Letter['choices'][number]) => void, say: (command: string) => void, reply: (letter: Letter) => void }} Acts */

/** More choices than these are laid out as a table, and those not taken are put away afterwards. */
const few = 5

/** Shows one letter of the desk. @param {Letter} letter @param {Acts} acts */
export function drawLetter(letter, acts) {
  const text = make('p', { class: 'text' }, ...linked(letter.text, acts.say))
  const foot = make('p', { class: 'foot' }, timeOf(letter.at))
  const files = letter.files.map((_, index) => drawFile(`/letters/${letter.seq}/files/${index}`))
  if (letter.ticket) foot.append(actButton('reply', () => acts.reply(letter)))
  const bubble = make(
    'div',
    { class: 'bubble' },
    make('span', { class: 'unseen', 'data-word': 'desk' }, tell('desk')),
    text,
    ...files,
    foot,
  )
  const choices = letter.choices.map((choice) => drawChoice(letter, choice, acts))
  const group = make('div', { class: choices.length > few ? 'choices many' : 'choices', role: 'group' }, ...choices)
  return make('div', { class: 'row desk' }, bubble, ...(choices.length ? [group] : []))
}

/** When a message was written. @param {number} at */
export const timeOf = (at) => make('time', { datetime: new Date(at).toISOString() }, clockOf(at))

/** A small button under a message, with a picture of the same name as its word. @param {'reply' | 'edit'} name @param {() => void} act */
export function actButton(name, act) {
  const button = make(
    'button',
    { type: 'button', class: 'act' },
    icon(name),
    make('span', { 'data-word': name }, tell(name)),
  )
  button.addEventListener('click', act)
  return button
}

/**
 * Lets only choices that still stand be tapped: not those answered already, and of questions only the latest.
 * @param {HTMLElement} element @param {boolean} live @param {string | undefined} taken
 */
export function settleChoices(element, live, taken) {
  element.querySelector('.choices')?.classList.toggle('settled', !live)
  for (const button of element.querySelectorAll('.choices button')) {
    const chosen = button.getAttribute('data-choice') === taken
    button.toggleAttribute('disabled', !live)
    button.classList.toggle('chosen', chosen)
    if (chosen && !button.querySelector('svg')) button.prepend(icon('check'))
  }
}

/** @param {Letter} letter @param {Letter['choices'][number]} choice @param {Acts} acts */
function drawChoice(letter, choice, acts) {
  if (choice.url?.startsWith('https://')) {
    return make('a', { class: 'choice', href: choice.url, target: '_blank', rel: 'noopener noreferrer' }, choice.label)
  }
  const button = make('button', { type: 'button', class: 'choice', 'data-choice': choice.id }, choice.label)
  button.addEventListener('click', () => acts.press(letter, choice))
  return button
}

/** A letter's file as a download; pictures are shown. @param {string} path */
function drawFile(path) {
  const link = make(
    'a',
    { class: 'file', href: path, download: true },
    icon('file'),
    make('span', { 'data-word': 'download' }, tell('download')),
  )
  void typeOf(path)
    .then((type) => type.startsWith('image/') && link.prepend(make('img', { src: path, alt: '', loading: 'lazy' })))
    .catch(() => {})
  return link
}
