import { type Env, startProcess } from './start-process.ts'

/** What a process that ends by itself has left behind. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs `bots/main.ts` or `bots/cli.ts` to its own end. */
export async function runProcess(file: 'main' | 'cli', env: Env, ...words: string[]): Promise<Ran> {
  await using running = startProcess(file, env, words)
  const code = await running.ended
  return { code, stdout: running.stdout(), stderr: running.stderr() }
}
