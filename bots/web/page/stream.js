import { alone, hearTabs, rest, tellTabs } from './tabs.js'

/** @typedef {import('./wire.js').Letter} Letter */
/** @typedef {import('./tabs.js').News} News */

/** Twice the desk's beat and a little: silence for longer means the line is dead. */
const patience = 45_000
const longest = 30_000

/**
 * Hears the desk: one tab of the browser holds the stream and tells the others.
 * `after` says which letters are there already.
 * @param {{ after: () => number, heard: (news: News) => void }} ear
 */
export function openEar({ after, heard }) {
  let listening = false
  /** @param {News} news */
  const spread = (news) => {
    heard(news)
    tellTabs(news)
  }
  hearTabs(heard)
  return () => {
    if (listening) return
    listening = true
    void alone('stream', () => follow(after, spread))
  }
}

/** @param {() => number} after @param {(news: News) => void} spread */
async function follow(after, spread) {
  let pause = 1000
  for (;;) {
    const opened = await hearOnce(after(), spread)
    spread({ tied: false })
    pause = opened ? 1000 : Math.min(longest, pause * 2)
    await rest(pause * (0.5 + Math.random() / 2), (wake) => addEventListener('online', wake, { once: true }))
  }
}

/** Hears one stream to its end; whether it ever opened. @param {number} after @param {(news: News) => void} spread @returns {Promise<boolean>} */
function hearOnce(after, spread) {
  return new Promise((resolve) => {
    const source = new EventSource(`/stream?after=${after}`)
    let opened = false
    const end = () => {
      clearTimeout(timer)
      source.close()
      resolve(opened)
    }
    let timer = setTimeout(end, patience)
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(end, patience)
    }
    /** @param {string} name @param {(data: string) => void} act */
    const on = (name, act) =>
      source.addEventListener(name, ({ data }) => {
        alive()
        act(data)
      })
    source.onopen = () => {
      opened = true
      spread({ tied: true })
    }
    source.onerror = end
    on('beat', () => {})
    on('typing', () => spread({ typing: true }))
    on('language', (language) => spread({ language }))
    on('letter', (letter) => spread({ letter: JSON.parse(letter) }))
  })
}
