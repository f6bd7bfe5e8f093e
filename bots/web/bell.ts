/** Wakes one waiter; a ring while nobody waits is kept for the next wait. */
type Bell = { ring(): void; wait(ms: number): Promise<'rung' | 'silence'> }

/** Makes a bell that has not rung. */
export function makeBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(ms) {
      if (!rung) await new Promise<void>((done) => sleep(done, ms, (early) => (wake = early)))
      const heard = rung
      rung = false
      wake = undefined
      return heard ? 'rung' : 'silence'
    },
  }
}

function sleep(done: () => void, ms: number, offer: (early: () => void) => void) {
  const timer = setTimeout(done, ms)
  offer(() => {
    clearTimeout(timer)
    done()
  })
}
