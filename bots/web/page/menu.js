import { part } from './make.js'
import { post, Unsent } from './wire.js'
import { tell, wordFor } from './words.js'

/** @typedef {{ say: (command: string, label: string) => void, opened: () => Promise<void>, left: () => Promise<void> }} Acts */

/** Opens the menu and its two questions: a key from elsewhere, and leaving. @param {Acts} acts */
export function openMenu({ say, opened, left }) {
  const menu = dialog('menu')
  part('menu-open').addEventListener('click', () => menu.showModal())
  for (const button of menu.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const { say: command, show } = button.dataset
      menu.close()
      if (command) say(command, button.textContent.trim())
      if (show) dialog(show).showModal()
    })
  }
  asks('key', 'key-wrong', wordFor, () => post('/open', { key: field('key-text').value }), opened)
  asks('leave', 'leave-failed', () => 'leaveFailed', leave, left)
}

/** The desk may have forgotten this browser already: then there is nothing to leave. */
const leave = () =>
  post('/leave').catch((error) => {
    if (!(error instanceof Unsent && error.stranger)) throw error
  })

/** @param {string} id @param {string} failure @param {(reason: string) => import('./words.js').Word} word @param {() => Promise<void>} act @param {() => Promise<void>} then */
function asks(id, failure, word, act, then) {
  const question = dialog(id)
  for (const button of question.querySelectorAll('[data-close]'))
    button.addEventListener('click', () => question.close())
  question.addEventListener('close', () => (part(failure).textContent = ''))
  question.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      await act()
      await then()
    } catch (error) {
      if (!(error instanceof Unsent)) throw error
      part(failure).textContent = tell(word(error.reason))
    }
  })
}

/** @param {string} id */
const dialog = (id) => /** @type {HTMLDialogElement} */ (part(id))

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (part(id))
