import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes a file that is, even after a power cut, either whole or not there; `temp` must be on the same disk. */
export const writeWhole = async (temp: string, file: string, bytes: Uint8Array): Promise<void> => {
  const begun = join(temp, `${process.pid}-${randomUUID()}`)
  await writeThrough(begun, bytes)
  const folder = dirname(file)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(begun, file)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(folder))
}

/** Makes the folder of unfinished files and empties it, but for those that another running process is writing. */
export const clearUnfinished = (temp: string): void => {
  mkdirSync(temp, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(temp)) if (!isWritten(Number.parseInt(name, 10))) rmSync(join(temp, name))
}

const writeThrough = async (file: string, bytes: Uint8Array) => {
  await using handle = await open(file, 'wx', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
}

const syncFolder = async (folder: string) => {
  await using handle = await open(folder, 'r')
  await handle.sync()
}

const isWritten = (pid: number) => {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
