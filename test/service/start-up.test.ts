import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startBotApi } from '../telegram/server/server.ts'
import { newFolder } from './new-folder.ts'
import { runProcess } from './run-process.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'
import { visit } from './visit.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')

describe('an operator who starts the desk', { timeout: 120_000 }, () => {
  test('a second time in the same folder is told which process is there', async () => {
    await using folder = await newFolder()
    await using desk = await startDesk({ DATA_DIR: folder.path })
    const second = await runProcess('main', { DATA_DIR: folder.path, PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.stderr).toContain(`the desk already runs there, pid ${desk.pid}:`)
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200)
  })

  test('on a port that another program holds is told the line to type instead', async () => {
    await using folder = await newFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await runProcess('main', { DATA_DIR: folder.path, PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(stderr).toContain(`PORT=${port + 1} npm start`)
  })

  test('with a token that Telegram refuses is told where to get one, and the web chat is open', async () => {
    await using folder = await newFolder()
    await using api = await startBotApi({ token })
    const refused = '999999:AAF-another-token-for-nobody'
    await using desk = await startDesk({
      DATA_DIR: folder.path,
      TELEGRAM_BOT_TOKEN: refused,
      TELEGRAM_API_ROOT: api.url,
    })
    await desk.until(() => desk.log().some(({ event }) => event === 'telegram.refused'))
    expect(desk.log().find(({ event }) => event === 'telegram.refused')).toMatchObject({
      level: 'warn',
      remedy: expect.stringContaining('@BotFather'),
    })
    const ani = await visit(desk.url)
    await ani.says('lampu jalan mati di depan rumah saya')
    await ani.reads('Soal apa ini?')
    expect(await desk.stop()).toBe(0)
    expect(desk.stdout() + desk.stderr()).not.toContain(refused.slice(7))
  })

  test('with many things wrong is told all of them at once, and nothing is made on the disk', async () => {
    await using folder = await newFolder()
    const { code, stdout, stderr } = await runProcess('main', {
      DATA_DIR: join(folder.path, 'data'),
      HOST: '0.0.0.0',
      PORT: 'eighty',
      TELEGRAM_BOT_TOKEN: 'a secret',
      LIMIT_FILE_MB: '40',
    })
    expect(code).toBe(1)
    expect(stdout).toBe('')
    const told = ['PORT must', '@BotFather', 'LIMIT_FILE_MB must', 'set PUBLIC_URL', 'CONTROLLER must', 'CONTACT must']
    expect([...told, 'not confirmed'].filter((words) => !stderr.includes(words))).toEqual([])
    expect(stderr).not.toContain('a secret')
    expect(await readdir(folder.path)).toEqual([])
  })

  test('for the public before the city has confirmed its pack is refused', async () => {
    await using folder = await newFolder()
    const { code, stderr } = await runProcess('main', {
      DATA_DIR: folder.path,
      PORT: '0',
      PUBLIC_URL: 'https://aduan.kota.example',
      TRUST_PROXY: 'on',
      CONTROLLER: 'Dinas Kominfo',
      CONTACT: 'aduan@kota.example',
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/has 1 problem.*\n.*"confirmed": true/)
  })

  test('with another key than the one that sealed is refused, and nothing is lost', async () => {
    await using folder = await newFolder()
    const start = (byte: number) => startDesk({ DATA_DIR: folder.path, DATA_KEY: key(byte) })
    {
      await using desk = await start(1)
      expect(desk.stdout()).not.toContain('A key was made')
      expect(await desk.stop()).toBe(0)
    }
    const { code, stderr } = await runProcess('main', { DATA_DIR: folder.path, PORT: '0', DATA_KEY: key(2) })
    expect(code).toBe(1)
    expect(stderr).toContain('This DATA_KEY did not seal this data')
    await using desk = await start(1)
    expect(await desk.stop()).toBe(0)
    expect(await readdir(folder.path)).not.toContain('key')
  })

  test('for the first time gets a key only the owner reads and a code; at the next start another code; with an admin none', async () => {
    await using folder = await newFolder()
    const DATA_DIR = join(folder.path, 'data')
    await using first = await startDesk({ DATA_DIR })
    expect((await stat(join(DATA_DIR, 'key'))).mode & 0o777).toBe(0o600)
    expect((await stat(DATA_DIR)).mode & 0o777).toBe(0o700)
    expect(await first.stop()).toBe(0)
    const [note, place, code, ...events] = first.stdout().trimEnd().split('\n')
    expect(note).toContain(`A key was made in ${join(DATA_DIR, 'key')}.`)
    expect(place).toBe(`Kota Pangkalpinang: ${first.url}`)
    expect(code).toBe(`/gabung ${first.firstCode}`)
    expect(events.map((line) => JSON.parse(line).event)).toEqual(['ready', 'stopped'])
    expect(first.stderr()).toBe('')

    await using second = await startDesk({ DATA_DIR })
    expect(second.stdout()).not.toContain('A key was made')
    expect(second.firstCode).not.toBe(first.firstCode)
    const cici = await visit(second.url)
    await cici.says(`/gabung ${first.firstCode}`)
    await cici.reads('Kode')
    await cici.says(`/gabung ${second.firstCode}`)
    await cici.reads('Selamat bergabung sebagai admin')
    expect(await second.stop()).toBe(0)

    await using third = await startDesk({ DATA_DIR })
    expect(third.firstCode).toBeUndefined()
    expect(await third.stop()).toBe(0)
    for (const { log, firstCode } of [first, second]) expect(JSON.stringify(log())).not.toContain(firstCode)
  })

  test('and stops it while Telegram keeps it waiting is not kept waiting, and the answer leaves after the next start', async () => {
    await using folder = await newFolder()
    await using api = await startBotApi({ token })
    const env = { DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url }
    const ani = talk(api, 5001, 'Ani')
    {
      await using desk = await startDesk(env)
      api.faults.next('sendMessage', 'timeout')
      ani.says('lampu jalan mati di depan rumah saya')
      await api.until(() => api.calls('sendMessage').length > 0, 60_000)
      expect(await desk.stop()).toBe(0)
    }
    await using desk = await startDesk(env)
    await ani.reads('Soal apa ini?')
    expect(ani.texts()).toHaveLength(2)
    expect(await desk.stop()).toBe(0)
  })
})
