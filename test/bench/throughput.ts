import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Figures } from './figures.ts'
import { openFolder } from './folder.ts'
import { openHouse } from './house.ts'
import { replay } from './replay.ts'
import { report } from './report.ts'
import { recordTape } from './tape.ts'

/** Messages a second, run by run: through the desk with so many in flight, and the same writes by SQLite alone. */
type Throughput = {
  readonly desk1: Figures
  readonly desk64: Figures
  readonly raw1: Figures
  readonly raw32: Figures
}

/** Residents who speak one by one are few, for each waits for the disk; those who speak at once fill whole waves of 64. */
const few = 64
const many = 256

/** Measures by turns, so that what else the machine does disturbs all alike; the first run of each only warms up. */
export async function measureThroughput(runs: number): Promise<Throughput> {
  using folder = openFolder()
  const tapeOfFew = await recordTape(join(folder.path, 'few.db'), few)
  const tapeOfMany = await recordTape(join(folder.path, 'many.db'), many)
  const variants = {
    desk1: { residents: few, measure: (file: string) => speakAll(file, few, 1) },
    raw1: { residents: few, measure: (file: string) => replay(file, tapeOfFew, 1) },
    desk64: { residents: many, measure: (file: string) => speakAll(file, many, 64) },
    raw32: { residents: many, measure: (file: string) => replay(file, tapeOfMany, 32) },
  }
  const figures = { desk1: [] as number[], raw1: [] as number[], desk64: [] as number[], raw32: [] as number[] }
  for (let run = 0; run <= runs; run++)
    for (const name of ['desk1', 'raw1', 'desk64', 'raw32'] as const) {
      using own = openFolder()
      const { residents, measure } = variants[name]
      const ms = await measure(join(own.path, 'desk.db'))
      if (run > 0) figures[name].push((residents * report.length * 1000) / ms)
    }
  return figures
}

/** Milliseconds from the first word of every round to its last committed answer. */
async function speakAll(file: string, residents: number, inFlight: number): Promise<number> {
  await using house = openHouse(file, residents)
  let taken = 0
  for (const round of report.keys()) {
    await house.send()
    const messages = await house.prepare(round)
    const began = performance.now()
    await house.speak(messages, inFlight)
    taken += performance.now() - began
  }
  return taken
}
