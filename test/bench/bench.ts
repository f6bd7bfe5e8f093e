import { line, median, ratios } from './figures.ts'
import { measureStart } from './start.ts'
import { measureThroughput } from './throughput.ts'

/** How the desk compares with SQLite alone and with node alone: a table, and one line of JSON at its end. */
async function bench(): Promise<void> {
  const { desk1, desk64, raw1, raw32 } = await measureThroughput(256, 7)
  const { ready, node, readyRss, nodeRss } = await measureStart(7)
  const all = {
    desk1_of_raw1: ratios(desk1, raw1),
    desk64_of_raw32: ratios(desk64, raw32),
    start_of_node: ratios(ready, node),
    rss_of_node: ratios(readyRss, nodeRss),
  }
  console.log(
    [
      'A resident reports in five messages (words, category, place, no photo, Kirim); synchronous=FULL; median (least to most)',
      line('desk, 1 in flight, messages a second', desk1, 0),
      line('SQLite alone, 1 a commit, messages a second', raw1, 0),
      line('desk, 64 in flight, messages a second', desk64, 0),
      line('SQLite alone, 32 a commit, messages a second', raw32, 0),
      line('start until ready, ms', ready, 0),
      line('node -e 1, ms', node, 0),
      line('memory once ready, MB', readyRss, 1),
      line('node -e 1, MB', nodeRss, 1),
      '',
      ...Object.entries(all).map(([name, figures]) => line(`${name}${targets[name] ?? ''}`, figures, 2)),
    ].join('\n'),
  )
  const rounded = Object.entries(all).map(([name, figures]) => [name, Number(median(figures).toFixed(3))])
  console.log(JSON.stringify(Object.fromEntries(rounded)))
}

const targets: Readonly<Record<string, string>> = {
  desk64_of_raw32: ', at least 0.333',
  start_of_node: ', at most 20',
  rss_of_node: ', at most 3.5',
}

await bench()
