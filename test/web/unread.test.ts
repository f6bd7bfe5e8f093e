import fc from 'fast-check'
import { expect, test } from 'vitest'
import { giveUnread, type Unread } from '../../bots/web/unread.ts'
import type { ShownLetter } from '../../core/store.ts'

const letter = (seq: number): ShownLetter => ({ seq, at: 0, text: '', choices: [], files: [] })

test('whatever order letters leave in, a page gets each of them once while fewer than twenty are overtaken', () => {
  const orders = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }).map(nearlySorted)
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 7 }), (order, step) => {
      const given: number[] = []
      let unread: Unread = { after: 0, given: [] }
      for (let count = 0; count <= order.length + step; count += step) {
        const sent = order.slice(0, count).filter((seq) => seq > unread.after)
        const found = giveUnread(unread, sent.toSorted((a, b) => a - b).map(letter))
        given.push(...found.fresh.map(({ seq }) => seq))
        unread = found.unread
      }
      expect(given.toSorted((a, b) => a - b)).toEqual(order.toSorted((a, b) => a - b))
    }),
  )
})

test('what a page has already is not given again', () => {
  expect(giveUnread({ after: 5, given: [7] }, [letter(5), letter(7), letter(8)]).fresh).toEqual([letter(8)])
})

/** Sorted, but every third letter leaves after its follower. */
function nearlySorted(seqs: number[]) {
  const sorted = seqs.toSorted((a, b) => a - b)
  for (let index = 0; index + 1 < sorted.length; index += 3) {
    const [one, other] = [sorted[index]!, sorted[index + 1]!]
    sorted.splice(index, 2, other, one)
  }
  return sorted
}
