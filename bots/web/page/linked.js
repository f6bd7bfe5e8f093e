import { make } from './make.js'

const marks =
  /(https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])|(?<=^|[\s(])(\/[a-z]{3,32}(?: [2-9A-Z]{4}-[2-9A-Z]{4})?)(?![\w/-]| [2-9A-Z]{4}-)|(?<![\w-])[2-9A-Z]{4}(?:-[2-9A-Z]{4})+(?![\w-])/gu

/**
 * The text with its https addresses made links, its commands made buttons, and its numbers and codes kept on one line. A
 * command with a code behind it is for somebody else and stays text.
 * @param {string} text @param {(command: string) => void} say
 * @returns {(Node | string)[]}
 */
export function linked(text, say) {
  /** @type {(Node | string)[]} */
  const parts = []
  let from = 0
  for (const { 0: found, 1: url, 2: command, index } of text.matchAll(marks)) {
    parts.push(text.slice(from, index), url ? linkTo(url) : command ? commandTo(command, say) : number(found))
    from = index + found.length
  }
  return [...parts, text.slice(from)]
}

/** @param {string} url */
const linkTo = (url) => make('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' }, url)

/** @param {string} command @param {(command: string) => void} say */
function commandTo(command, say) {
  const button = make('button', { type: 'button', class: 'command' }, command)
  button.addEventListener('click', () => say(command))
  return button
}

/** @param {string} found */
const number = (found) => make('span', { class: 'number' }, found)
