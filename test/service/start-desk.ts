import { type Env, type Process, startProcess } from './start-process.ts'

/** One line of the log. */
type LogLine = { readonly level: string; readonly time: string; readonly event: string } & Readonly<
  Record<string, unknown>
>

/** The real service, ready to be spoken with. */
export type RunningDesk = Pick<Process, 'pid' | 'stdout' | 'stderr' | 'until' | 'signal' | 'ended'> &
  AsyncDisposable & {
    /** Where the web chat listens. */
    readonly url: string
    /** The first admin's code as it was printed, without the command. */
    readonly firstCode: string | undefined
    readonly log: () => readonly LogLine[]
    /** Asks it to stop and resolves with its exit code. */
    readonly stop: () => Promise<number | null>
    /** Ends it without a word, as a power cut does. */
    readonly kill: () => Promise<void>
  }

/** Starts the service on a free port and resolves once it says that it is ready; disposing it ends this process only. */
export async function startDesk(env: Env): Promise<RunningDesk> {
  const running = startProcess('main', { PORT: '0', ...env })
  const log = () => running.stdout().split('\n').flatMap(readLine)
  await running.until(() => log().some(({ event }) => event === 'ready'))
  const ending = (name: 'SIGTERM' | 'SIGKILL') => {
    running.signal(name)
    return running.ended
  }
  return {
    ...running,
    url: /http:\/\/\S+/.exec(running.stdout())![0],
    firstCode: /^\/gabung (\S+)$/m.exec(running.stdout())?.[1],
    log,
    stop: () => ending('SIGTERM'),
    kill: async () => void (await ending('SIGKILL')),
  }
}

const readLine = (line: string): LogLine[] => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : [])
