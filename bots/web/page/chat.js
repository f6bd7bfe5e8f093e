import { openComposer } from './composer.js'
import { newId } from './id.js'
import { drawLetter, settleChoices } from './letter.js'
import { icon, make, part } from './make.js'
import { openMenu } from './menu.js'
import { drawOwn, settleOwn, showProgress } from './own.js'
import { openSender } from './send.js'
import { openShelf } from './storage.js'
import { openEar } from './stream.js'
import { rest, tellTabs } from './tabs.js'
import { openThread } from './thread.js'
import { post, readLetters, Unsent } from './wire.js'
import { speak, tell } from './words.js'

/** @typedef {import('./storage.js').Bubble} Bubble */
/** @typedef {import('./wire.js').Letter} Letter */
/** @typedef {import('./tabs.js').News} News */

/** So many of the last letters are asked for again, because a notice may pass a question that is sent later. */
const overlap = 20

const shelf = await openShelf()
const thread = openThread()
/** @type {Map<number, { letter: Letter, row: HTMLElement }>} */
const letters = new Map()
/** @type {Map<string, { bubble: Bubble, row: HTMLElement }>} */
const bubbles = new Map()
const title = document.title
let unread = 0
let seen = 0
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing

const sender = openSender({ shelf, changed, progress: showProgress })
const listen = openEar({ after: () => sequences().at(-overlap) ?? 0, heard: hear })
const composer = openComposer((written) => write(written))
openMenu({ say: (text, says) => write({ text, says }), opened: startAnew, left: startAnew })

const sequences = () => [...letters.keys()].sort((one, other) => one - other)
const newestLetter = () => sequences().at(-1) ?? 0

/** Writes down an own message, shows it and sends it. @param {Partial<Bubble>} written */
async function write(written) {
  const order = Math.max(Date.now(), 1 + Math.max(0, ...[...bubbles.values()].map(({ bubble }) => bubble.order)))
  /** @type {Bubble} */
  const bubble = { id: newId(), order, after: newestLetter(), at: Date.now(), state: 'waiting', ...written }
  showBubble(bubble)
  await shelf.keep(bubble)
  tellTabs({ bubble })
  sender.hurry()
  void sender.pump()
}

/** @param {Bubble} bubble */
function showBubble(bubble) {
  const acts = { again: () => void sendAgain(bubble), edit: composer.edit }
  const shown = bubbles.get(bubble.id)
  const row = shown?.row ?? drawOwn(bubble, acts)
  bubbles.set(bubble.id, { bubble, row })
  if (shown) settleOwn(row, bubble, acts)
  else thread.put({ rank: [bubble.after, bubble.order], at: bubble.at, element: row }, true)
  thread.stay()
  hideWelcome()
  settleAll()
}

/** @param {Bubble} bubble */
function changed(bubble) {
  showBubble(bubble)
  tellTabs({ bubble })
  if (bubble.state === 'sent') listen()
}

/** @param {Bubble} bubble */
async function sendAgain(bubble) {
  const { reason: _, ...rested } = bubble
  await shelf.keep({ ...rested, state: 'waiting' })
  showBubble({ ...rested, state: 'waiting' })
  tellTabs({ nudge: true })
  sender.hurry()
  void sender.pump()
}

/** @param {Letter} letter */
function showLetter(letter) {
  if (letters.has(letter.seq)) return
  const row = drawLetter(letter, { press, say: (command) => write({ text: command }), reply: composer.reply })
  letters.set(letter.seq, { letter, row })
  thread.put({ rank: [letter.seq, 0], at: letter.at, element: row }, false)
  hideWelcome()
  thread.foot(undefined)
  settleAll()
}

/** @param {Letter} letter @param {Letter['choices'][number]} choice */
function press(letter, choice) {
  void write({ press: { letter: letter.seq, choice: choice.id }, says: choice.label })
  part('text').focus({ preventScroll: true })
}

/** A question's choices stand until it is answered or followed by another; a notice's until one is taken. */
function settleAll() {
  const taken = new Map(
    [...bubbles.values()].flatMap(({ bubble: { press } }) => (press ? [[press.letter, press.choice]] : [])),
  )
  const asking = sequences().filter((seq) => letters.get(seq)?.letter.choices.length)
  for (const seq of asking) {
    const shown = letters.get(seq)
    if (shown)
      settleChoices(shown.row, !taken.has(seq) && (seq === asking.at(-1) || !!shown.letter.ticket), taken.get(seq))
  }
}

/** @param {News} news */
function hear(news) {
  if ('letter' in news) {
    if (!letters.has(news.letter.seq) && document.hidden) unread += 1
    showLetter(news.letter)
    acknowledge()
  }
  if ('bubble' in news) showBubble(news.bubble)
  if ('language' in news) inLanguage(news.language)
  if ('tied' in news) showTie(news.tied)
  if ('typing' in news) showTyping()
  if ('left' in news) location.reload()
  if ('nudge' in news) sender.hurry()
}

/** Tells the desk, and the title, that a person has the letters before their eyes. */
function acknowledge() {
  if (!document.hidden) unread = 0
  document.title = unread ? `(${unread}) ${title}` : title
  const letter = newestLetter()
  if (document.hidden || letter <= seen) return
  seen = letter
  post('/seen', { letter }).catch(() => (seen = 0))
}

/** @param {string} wanted */
function inLanguage(wanted) {
  speak(wanted)
  thread.markDays()
}

/** @param {boolean} tied */
function showTie(tied) {
  part('offline').hidden = tied
  part('offline').textContent = tied ? '' : tell('untied')
  if (tied) sender.hurry()
}

function showTyping() {
  const dots = make(
    'div',
    { class: 'row desk' },
    make('div', { class: 'bubble dots', role: 'img', 'aria-label': tell('typing') }, make('i'), make('i'), make('i')),
  )
  thread.foot(dots)
  clearTimeout(typing)
  typing = setTimeout(() => thread.foot(undefined), 6000)
}

function showWelcome() {
  const button = make('button', { type: 'button', class: 'choice main', 'data-word': 'start' }, tell('start'))
  button.addEventListener('click', () => write({ text: '/start', says: tell('start') }))
  const line = make('p', { 'data-word': 'welcome' }, tell('welcome'))
  const seal = icon('mark')
  seal.classList.add('seal')
  part('thread').append(make('div', { id: 'welcome' }, seal, line, button))
}

const hideWelcome = () => document.getElementById('welcome')?.remove()

/** Forgets what this browser keeps and begins again, in every tab. */
async function startAnew() {
  await shelf.clear()
  localStorage.clear()
  tellTabs({ left: true })
  location.reload()
}

/** Reads all letters, again and again until the desk answers. */
async function readHistory() {
  try {
    for (let more = true; more; ) {
      const history = await readLetters(newestLetter())
      if (history.language) inLanguage(history.language)
      for (const letter of history.letters) showLetter(letter)
      more = history.more ?? false
      if (history.known) listen()
    }
  } catch (error) {
    if (!(error instanceof Unsent)) throw error
    showTie(false)
    await rest(3000, (wake) => addEventListener('online', wake, { once: true }))
    await readHistory()
    showTie(true)
  }
}

speak(localStorage.getItem('language') ?? document.documentElement.lang)
part('thread').setAttribute('aria-busy', 'true')
for (const bubble of await shelf.all()) showBubble(bubble)
void sender.pump()
await readHistory()
part('thread').removeAttribute('aria-busy')
if (!bubbles.size && !letters.size) showWelcome()
acknowledge()
document.addEventListener('visibilitychange', acknowledge)
addEventListener('online', () => sender.hurry())
