/**
 * What the tabs of one browser tell each other.
 * @typedef {{ letter: import('./wire.js').Letter } | { bubble: import('./storage.js').Bubble } | { language: string } | { tied: boolean } | { typing: true } | { left: true } | { nudge: true }} News
 */

const channel = new BroadcastChannel('meja')

/** Tells the other tabs. @param {News} news */
export const tellTabs = (news) => channel.postMessage(news)

/** Hears the other tabs. @param {(news: News) => void} heard */
export const hearTabs = (heard) => channel.addEventListener('message', ({ data }) => heard(data))

/**
 * Runs the work in one tab at a time; browsers without locks run it in each, and the desk drops what comes twice.
 * @param {string} name @param {() => Promise<void>} work @returns {Promise<void>}
 */
export const alone = (name, work) => (navigator.locks ? navigator.locks.request(`meja-${name}`, work) : work())

/** Waits, or less when woken. @param {number} ms @param {(wake: () => void) => void} [offer] @returns {Promise<void>} */
export const rest = (ms, offer) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
    offer?.(resolve)
  })
