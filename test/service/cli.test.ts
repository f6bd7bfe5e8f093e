import { expect, test, vi } from 'vitest'
import type { Heard } from '../../core/message.ts'
import { atTheDesk } from './at-the-desk.ts'
import { newFolder } from './new-folder.ts'
import { runProcess } from './run-process.ts'
import { startDesk } from './start-desk.ts'

vi.setConfig({ testTimeout: 120_000 })

const words = (key: string, content: unknown): Heard => ({
  key,
  from: { channel: 'web', id: 'a-browser' },
  at: Date.now(),
  content: content as Heard['content'],
})

test('an operator who types no known verb reads what there is', async () => {
  const { code, stdout, stderr } = await runProcess('cli', {}, 'dance')
  expect(code).toBe(1)
  expect(stdout).toBe('')
  for (const verb of ['invite admin|AGENCY', 'aside [retry ROW]', 'stuck', 'disclose NUMBER --reason "..."'])
    expect(stderr).toContain(verb)
})

test('an operator sees what nobody could handle, lets it wait again, and the message behind it was answered', async () => {
  await using folder = await newFolder()
  const operator = (...rest: string[]) => runProcess('cli', { DATA_DIR: folder.path }, ...rest)
  {
    await using kept = atTheDesk(folder.path)
    const rows = [words('broken', { kind: 'text' }), words('whole', { kind: 'text', text: 'halo' })]
    await kept.store.together((memory) => memory.inbox.put(rows.map((heard) => ({ heard, due: 0 }))))
  }
  const putAside = async () => {
    await using desk = await startDesk({ DATA_DIR: folder.path })
    await desk.until(() => desk.log().some(({ event }) => event === 'message put aside'))
    const list = await operator('aside')
    expect(await desk.stop()).toBe(0)
    return list
  }
  expect((await putAside()).stdout).toMatch(/^1 {2}\d{4}-\d\d-\d\dT\S+ {2}web {2}TypeError \S+\n$/)
  expect((await operator('aside', 'retry', '1')).stdout).toContain('Row 1 waits again')
  expect(await operator('aside')).toMatchObject({ code: 0, stdout: 'Nothing was put aside.\n' })
  expect(await operator('aside', 'retry', '2')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm run desk -- aside'),
  })
  expect((await putAside()).stdout).toContain('1  ')
  await using kept = atTheDesk(folder.path)
  expect(await kept.unanswered()).toMatchObject({ waiting: 0, aside: [{ seq: 1 }], unsent: 0 })
})

test('an operator invites an admin, and is told the agencies when there is none of that name', async () => {
  await using folder = await newFolder()
  const operator = (...rest: string[]) => runProcess('cli', { DATA_DIR: folder.path }, ...rest)
  const admin = await operator('invite', 'admin')
  expect(admin.stdout).toMatch(/^\/gabung \w{4}-\w{4}-\w{4}-\w{4}\n$/)
  expect(admin.stderr).toContain('A key was made')
  expect(await operator('invite', 'NASA')).toMatchObject({ code: 1, stderr: expect.stringContaining('DISHUB') })
  expect(await operator('invite')).toMatchObject({ code: 1, stderr: expect.stringContaining('invite admin') })
  expect(await operator('disclose', 'K7F3-Q2X6')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--reason'),
  })
})
