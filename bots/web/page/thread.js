import { part } from './make.js'
import { dayOf } from './when.js'
import { tell } from './words.js'

/** Where a message stands: behind a letter (its sequence), and among the own ones behind the same letter. */
/** @typedef {[letter: number, order: number]} Rank */
/** @typedef {{ rank: Rank, at: number, element: HTMLElement }} Row */

/** Opens the list of messages; its reader is kept at the end while there. */
export function openThread() {
  const list = part('thread')
  list.tabIndex = 0
  const reader = openReader(list)
  /** @type {Row[]} */
  const rows = []
  return {
    /** Puts a message in its place; the reader follows when at the end, or when it is the own one. @param {Row} row @param {boolean} own */
    put(row, own) {
      const index = rows.findIndex(({ rank }) => before(row.rank, rank))
      const next = index < 0 ? undefined : rows[index]
      rows.splice(next ? index : rows.length, 0, row)
      list.insertBefore(row.element, next?.element ?? list.querySelector('.foot-line'))
      markDays(rows)
      reader.show(rows.at(-1)?.element ?? row.element, own)
    },
    markDays: () => markDays(rows),
    stay: reader.stay,
    /** Shows a line below everything, or takes it away. @param {HTMLElement | undefined} element */
    foot(element) {
      list.querySelector('.foot-line')?.remove()
      if (!element) return
      element.classList.add('foot-line')
      list.append(element)
      reader.stay()
    },
  }
}

/**
 * Keeps the reader at the end of the list, also when a picture, the soft keyboard or the composer takes room; one who
 * reads further up is told of what is new.
 * @param {HTMLElement} list
 */
function openReader(list) {
  const newest = part('newest')
  const label = newest.querySelector('span')
  let following = true
  const toEnd = () => (list.scrollTop = list.scrollHeight)
  const stay = () => void (following && toEnd())
  const look = () => {
    following = list.scrollHeight - list.scrollTop - list.clientHeight < 24
    if (following) newest.hidden = true
  }
  /** @param {'newest' | 'below'} word */
  const offer = (word) => {
    newest.classList.toggle('round', word === 'below')
    label?.classList.toggle('unseen', word === 'below')
    label?.setAttribute('data-word', word)
    label?.replaceChildren(tell(word))
    newest.hidden = false
  }
  newest.addEventListener('click', () => {
    toEnd()
    list.focus()
  })
  list.addEventListener('scroll', look)
  // Load events of pictures do not bubble.
  list.addEventListener('load', stay, true)
  new ResizeObserver(stay).observe(list)
  return {
    stay,
    /** A message higher than the list is shown from its start. @param {HTMLElement} element @param {boolean} own */
    show(element, own) {
      if (!following && !own) {
        offer('newest')
      } else {
        list.scrollTop = element.offsetHeight > list.clientHeight ? element.offsetTop - 12 : list.scrollHeight
        look()
        if (!following) offer('below')
      }
    },
  }
}

/** @param {Rank} one @param {Rank} other */
const before = (one, other) => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1])

/** The first message of a day carries the day's name. @param {Row[]} rows */
function markDays(rows) {
  let day = ''
  for (const { at, element } of rows) {
    const its = dayOf(at)
    if (its === day) delete element.dataset['day']
    else element.dataset['day'] = its
    day = its
  }
}
