import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Those of the words that stand readable in any file of a folder. */
export async function findWords(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))))
  return words.filter((word) => contents.some((bytes) => bytes.includes(word)))
}
