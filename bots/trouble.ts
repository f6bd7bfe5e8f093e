import type { Config } from './config.ts'

/** What a new key protects, and what it does not. */
export const keyNote = ({ keyFile }: Pick<Config, 'keyFile'>): string =>
  `A key was made in ${keyFile}. It seals names, addresses and texts in the database, but not against someone who takes it together with the data: ` +
  'for that, keep the key elsewhere with DATA_KEY or DATA_KEY_FILE. Keep a copy: without it nothing can be read again.'

type Listening = Pick<Config, 'host' | 'port'>

const noSuchHost = ({ host }: Listening) => `HOST=${host} is no address of this machine: leave it at 127.0.0.1`

const remedies: Readonly<Record<string, (place: Listening) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is held by another program. Start with: PORT=${port + 1} npm start`,
  EACCES: ({ port }) => `Port ${port} needs rights this user does not have. Start with: PORT=8080 npm start`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
}

/** Says what to do when the web chat cannot listen where it was asked to. */
export const cannotListen =
  (place: Listening) =>
  (error: NodeJS.ErrnoException): never => {
    const remedy = remedies[error.code ?? '']
    throw remedy ? new Error(remedy(place), { cause: error }) : error
  }

/** The end of a process that cannot start: its reason on stderr, and a non-zero exit. */
export function dying(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
