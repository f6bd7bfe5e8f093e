import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Figures } from './figures.ts'
import { openFolder } from './folder.ts'
import { openHouse } from './house.ts'
import { replay } from './replay.ts'
import { report } from './report.ts'
import { recordTape } from './tape.ts'

/** Messages a second, run by run: through the desk with so many in flight, and the same writes by SQLite alone. */
export type Throughput = {
  readonly desk1: Figures
  readonly desk64: Figures
  readonly raw1: Figures
  readonly raw32: Figures
}

/** Measures by turns, so that what else the machine does disturbs all alike; the first run of each only warms up. */
export async function measureThroughput(residents: number, runs: number): Promise<Throughput> {
  using folder = openFolder()
  const tape = await recordTape(join(folder.path, 'tape.db'), residents)
  const variants = {
    desk1: (file: string) => speakAll(file, residents, 1),
    raw1: (file: string) => replay(file, tape, 1),
    desk64: (file: string) => speakAll(file, residents, 64),
    raw32: (file: string) => replay(file, tape, 32),
  }
  const figures = { desk1: [] as number[], raw1: [] as number[], desk64: [] as number[], raw32: [] as number[] }
  for (let run = 0; run <= runs; run++)
    for (const name of ['desk1', 'raw1', 'desk64', 'raw32'] as const) {
      using own = openFolder()
      const ms = await variants[name](join(own.path, 'desk.db'))
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
