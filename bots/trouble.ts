import type { Config } from './config.ts'

/** What a new key protects, and what it does not. */
export const keyNote = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  `A key was made in ${dataDir}/key. It seals names, addresses and texts in the database, but not against someone who takes the whole folder: ` +
  'for that, keep the key elsewhere with DATA_KEY or DATA_KEY_FILE. Keep a copy: without it nothing can be read again.'

/** Says which port to take when another program holds the one asked for. */
export const portTaken =
  ({ port }: Pick<Config, 'port'>) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is held by another program. Start with: PORT=${port + 1} npm start`, { cause: error })
  }

/** The end of a process that cannot start: its reason on stderr, and a non-zero exit. */
export function dying(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
