import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Variables of the environment; nothing is inherited but PATH. Compiled code is kept between the many starts of the tests. */
export type Env = Readonly<Record<string, string>>

const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/** A process of the desk, with all it has printed so far. */
export type Process = AsyncDisposable & {
  readonly pid: number
  readonly stdout: () => string
  readonly stderr: () => string
  /** The first truthy value of `look`, asked again whenever something was printed; rejects when the process ends before. */
  readonly until: <T>(look: () => T) => Promise<NonNullable<T>>
  readonly signal: (name: 'SIGTERM' | 'SIGKILL') => void
  /** Resolves with the exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts `bots/main.ts` or `bots/cli.ts` with the Node that runs the tests; disposing it kills it. */
export function startProcess(file: 'main' | 'cli', env: Env, words: readonly string[] = []): Process {
  const path = fileURLToPath(new URL(`../../bots/${file}.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...words], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Also when a test is broken off before it disposes of anything.
  const orphaned = () => void child.kill('SIGKILL')
  process.once('exit', orphaned)
  const printed = { stdout: '', stderr: '' }
  const looks = new Set<() => void>()
  const told = () => {
    for (const look of looks) look()
  }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
      told()
    })
  let over = false
  const ended = once(child, 'close').then(([code]) => {
    over = true
    process.off('exit', orphaned)
    told()
    return code as number | null
  })
  return {
    pid: child.pid!,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    until: <T>(look: () => T) =>
      new Promise<NonNullable<T>>((resolve, reject) => {
        const again = () => {
          const found = look()
          if (found) resolve(found)
          else if (over) reject(new Error(`The process ended: ${printed.stdout}${printed.stderr}`))
          else return
          looks.delete(again)
        }
        looks.add(again)
        again()
      }),
    signal: (name) => void child.kill(name),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
