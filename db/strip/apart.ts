import { Worker } from 'node:worker_threads'
import type { EvidenceType } from '../../core/evidence-kinds.ts'
import { cannotStrip, type Stripped } from './stripped.ts'

const secondsAtMost = 30
const bytesAtMost = 600_000_000

/**
 * Cleans a file in a thread of its own, so that a hostile one can neither stop nor fill the desk: what needs more than
 * 30 seconds or 600 MB, or ends its thread, cannot be cleaned. One file at a time.
 */
export const apart = (bytes: Uint8Array, type: EvidenceType): Promise<Stripped> => {
  const turn = last.then(() => inThread(bytes, type))
  last = turn.catch(() => undefined)
  return turn
}

let last: Promise<unknown> = Promise.resolve()

const inThread = async (bytes: Uint8Array, type: EvidenceType): Promise<Stripped> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, type },
    resourceLimits: { maxOldGenerationSizeMb: 300 },
    stdout: true,
    stderr: true,
  })
  const end = setTimeout(() => worker.terminate(), secondsAtMost * 1000)
  const watch = setInterval(() => endWhenTooBig(worker), 200)
  try {
    return await answerOf(worker)
  } finally {
    clearTimeout(end)
    clearInterval(watch)
    await worker.terminate()
  }
}

const answerOf = (worker: Worker) =>
  new Promise<Stripped>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(cannotStrip))
    worker.once('exit', () => resolve(cannotStrip))
  })

// Array buffers live outside the heap that resourceLimits watches.
const endWhenTooBig = async (worker: Worker) => {
  const memory = await worker.getHeapStatistics().catch(() => undefined)
  if (memory && memory.external_memory > bytesAtMost) await worker.terminate()
}
