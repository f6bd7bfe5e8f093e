/** Lets a test wait for something that the bot will do. */
type Watch = {
  changed(): void
  /** Rejects after the given milliseconds with what was there instead, when told how to say it. */
  until<T>(look: () => T, milliseconds?: number, instead?: () => unknown): Promise<NonNullable<T>>
}

const PATIENCE = 10_000

/** Nobody waits yet. */
export function newWatch(): Watch {
  const looks = new Set<() => void>()
  return {
    changed() {
      for (const look of looks) look()
    },
    until: <T>(look: () => T, milliseconds = PATIENCE, instead?: () => unknown) =>
      new Promise<NonNullable<T>>((resolve, reject) => {
        const timer = setTimeout(() => {
          looks.delete(again)
          reject(new Error(`Nothing came within ${milliseconds} ms; there was ${JSON.stringify(instead?.())}`))
        }, milliseconds)
        const again = (): void => {
          const value = look()
          if (!value) return
          clearTimeout(timer)
          looks.delete(again)
          resolve(value)
        }
        looks.add(again)
        again()
      }),
  }
}
