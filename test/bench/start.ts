import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import type { Figures } from './figures.ts'
import { openFolder } from './folder.ts'

/** Milliseconds until the service is ready and until `node -e 1` has run, and the megabytes each then holds, run by run. */
type Start = {
  readonly ready: Figures
  readonly node: Figures
  readonly readyRss: Figures
  readonly nodeRss: Figures
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What `npm start` runs, without the settings of this machine. */
const command = manifest.scripts.start
  .split(' ')
  .slice(1)
  .filter((word) => !word.startsWith('--env-file'))
const megabyte = 1024 * 1024
/** The service has begun all of its work by then. */
const settled = 1000

/** Starts the service and node by turns, the service on a folder that it knows already. */
export async function measureStart(runs: number): Promise<Start> {
  using folder = openFolder()
  const figures = { ready: [] as number[], node: [] as number[], readyRss: [] as number[], nodeRss: [] as number[] }
  for (let run = 0; run <= runs; run++) {
    const node = await startNode()
    const service = await startService(folder.path)
    if (run === 0) continue
    figures.node.push(node.ms)
    figures.nodeRss.push(node.rss)
    figures.ready.push(service.ms)
    figures.readyRss.push(service.rss)
  }
  return figures
}

type Started = { readonly ms: number; readonly rss: number }

async function startNode(): Promise<Started> {
  const began = performance.now()
  await once(spawn(process.execPath, ['-e', '1'], { stdio: 'ignore' }), 'exit')
  const ms = performance.now() - began
  const told = spawn(process.execPath, ['-e', 'process.on("exit", () => console.log(process.memoryUsage().rss))'])
  const [line] = (await once(createInterface(told.stdout), 'line')) as [string]
  return { ms, rss: Number(line) / megabyte }
}

async function startService(folder: string): Promise<Started> {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(await freePort()) }
  const began = performance.now()
  const service = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(service, 'exit')
  await saysReady(createInterface(service.stdout))
  const ms = performance.now() - began
  await pause(settled)
  const rss = residentSize(service.pid)
  service.kill('SIGTERM')
  await ended
  return { ms, rss }
}

const saysReady = (lines: Interface) =>
  new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('"event":"ready"') && resolve())
    lines.on('close', () => reject(new Error('The service ended before it was ready.')))
  })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/** Megabytes of a process as Linux counts them; see proc(5). */
function residentSize(pid: number | undefined): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (!kilobytes) throw new Error(`Linux tells no size of the process ${pid}.`)
  return Number(kilobytes) / 1024
}
