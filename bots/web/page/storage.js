/**
 * A file of an own message. `bytes` go once it is kept or refused; `preview` stays.
 * @typedef {{ upload: string, name: string, size: number, bytes?: Blob, preview?: Blob, evidence?: string, kind?: string, refused?: string }} OwnFile
 */
/**
 * An own message; only this browser keeps it. `after` is the last letter seen when it was written, `order` counts up.
 * `reason` says why it is not sent yet; `says` is what the bubble shows where it differs from the text; `edits` is the
 * own message that this one changes.
 * @typedef {{
 *   id: string, order: number, after: number, at: number, state: 'waiting' | 'sent' | 'failed', reason?: string,
 *   text?: string, says?: string, quotes?: number, edits?: string, files?: OwnFile[],
 *   press?: { letter: number, choice: string }, place?: { lat: number, lng: number },
 * }} Bubble
 */
/**
 * @typedef {{ all(): Promise<Bubble[]>, keep(bubble: Bubble): Promise<void>, has(id: string): Promise<boolean>, clear(): Promise<void> }} Shelf
 */

/** Opens what this browser keeps: own messages and the files that are still to be sent. @returns {Promise<Shelf>} */
export async function openShelf() {
  try {
    return shelfOn(await openDatabase())
  } catch {
    // Some private windows refuse IndexedDB: the messages then live as long as the page.
    return shelfInMemory()
  }
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  const request = indexedDB.open('meja', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('bubbles', { keyPath: 'id' })
  return done(request)
}

/** @param {IDBDatabase} database @returns {Shelf} */
function shelfOn(database) {
  /** @param {IDBTransactionMode} mode */
  const bubbles = (mode) => database.transaction('bubbles', mode).objectStore('bubbles')
  return {
    all: async () => (await done(bubbles('readonly').getAll())).sort(inOrder),
    keep: async (bubble) => void (await done(bubbles('readwrite').put(bubble))),
    has: async (id) => (await done(bubbles('readonly').count(id))) > 0,
    clear: () => done(bubbles('readwrite').clear()),
  }
}

/** @returns {Shelf} */
function shelfInMemory() {
  const bubbles = new Map()
  return {
    all: async () => [...bubbles.values()].sort(inOrder),
    keep: async (bubble) => void bubbles.set(bubble.id, structuredClone(bubble)),
    has: async (id) => bubbles.has(id),
    clear: async () => bubbles.clear(),
  }
}

/** @param {Bubble} one @param {Bubble} other */
const inOrder = (one, other) => one.order - other.order

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
