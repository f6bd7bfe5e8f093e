import { type Figures, line, median, ratios } from './figures.ts'
import { measureStart } from './start.ts'
import { measureThroughput } from './throughput.ts'

const runs = 5

/** How the desk compares with SQLite alone and with node alone: a table, and one line of JSON at its end. */
async function bench(): Promise<void> {
  console.log('A resident reports in five messages: words, category, place, no photo, Kirim (synchronous=FULL).')
  console.log(`Medians of ${runs} runs by turns, and the least and the most.`)
  const { desk1, desk64, raw1, raw32 } = await measureThroughput(runs)
  console.log(line('desk, 1 in flight, messages a second', desk1, 0))
  console.log(line('SQLite alone, 1 a commit, messages a second', raw1, 0))
  console.log(line('desk, 64 in flight, messages a second', desk64, 0))
  console.log(line('SQLite alone, 32 a commit, messages a second', raw32, 0))
  const { ready, node, readyRss, nodeRss } = await measureStart(runs)
  console.log(line('start until ready, ms', ready, 0))
  console.log(line('node -e 1, ms', node, 0))
  console.log(line('memory once ready, MB', readyRss, 1))
  console.log(line('memory of node -e 1, MB', nodeRss, 1))
  const all = Object.entries({
    desk1_of_raw1: ratios(desk1, raw1),
    desk64_of_raw32: ratios(desk64, raw32),
    start_of_node: ratios(ready, node),
    rss_of_node: ratios(readyRss, nodeRss),
  })
  for (const [name, figures] of all) console.log(line(`${name}${targets[name] ?? ''}`, figures, 3))
  console.log(JSON.stringify(Object.fromEntries(all.map(([name, figures]) => [name, rounded(figures)]))))
}

const rounded = (figures: Figures) => Number(median(figures).toFixed(3))

const targets: Readonly<Record<string, string>> = {
  desk64_of_raw32: ', at least 0.333',
  start_of_node: ', at most 20',
  rss_of_node: ', at most 3.5',
}

await bench()
