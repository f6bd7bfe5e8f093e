import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../db/lock.ts'

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

test('a second desk in the same folder is told which process holds it', () => {
  using place = newFolder()
  using _ = lockFolder(place.folder)
  expect(() => lockFolder(place.folder)).toThrow(`the desk already runs there, pid ${process.pid}`)
})

test('a folder is free again when its desk has stopped', () => {
  using place = newFolder()
  lockFolder(place.folder)[Symbol.dispose]()
  using _ = lockFolder(place.folder)
})

test('two folders are two desks', () => {
  using one = newFolder()
  using two = newFolder()
  using _ = lockFolder(one.folder)
  using __ = lockFolder(two.folder)
})

test('a desk that was killed holds nothing', async () => {
  using place = newFolder()
  const child = fork(new URL('./holds-folder.ts', import.meta.url), [place.folder])
  await once(child, 'message')
  expect(() => lockFolder(place.folder)).toThrow(`the desk already runs there, pid ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  using _ = lockFolder(place.folder)
})

test('an operator whose folder is a file is told to choose another', () => {
  using place = newFolder()
  const file = join(place.folder, 'report.txt')
  writeFileSync(file, '')
  expect(() => lockFolder(file)).toThrow('choose another DATA_DIR')
})
