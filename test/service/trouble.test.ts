import { expect, test, vi } from 'vitest'
import { startBotApi } from '../telegram/server/server.ts'
import { layCable } from '../web/cable.ts'
import { newFolder } from './new-folder.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'

vi.setConfig({ testTimeout: 120_000 })

test('Telegram is away when the desk starts: the web chat is open, and Ani is answered when Telegram comes', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  const cable = await layCable()
  const ani = talk(api, 5001, 'Ani')
  ani.says('lampu jalan mati di depan rumah saya')
  await using desk = await startDesk({
    DATA_DIR: folder.path,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: cable.url,
  })
  await desk.until(() => desk.log().some(({ event }) => event === 'telegram.trouble'))
  expect((await fetch(desk.url)).status).toBe(200)
  cable.plug(Number(new URL(api.url).port))
  await ani.reads('Soal apa ini?')
  expect(ani.texts()).toHaveLength(2)
  cable.remove()
})

test('Telegram breaks, asks to wait and loses an answer: Ani reads everything in its order', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  await using desk = await startDesk({ DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url })
  const ani = talk(api, 5550001001, 'Anindyawati')
  api.faults.next('sendMessage', '500')
  api.faults.next('sendMessage', '429', 2)
  ani.says('lampu jalan mati di depan rumah saya')
  await ani.reads('Layanan laporan warga')
  await ani.reads('Soal apa ini?')
  expect(ani.texts()).toHaveLength(2)
  const [broken, flooded, greeting] = api.calls('sendMessage')
  expect(broken!.params['text']).toBe(greeting!.params['text'])
  expect(greeting!.at - flooded!.at).toBeGreaterThanOrEqual(2000)

  // Nobody can know that it arrived, so it is said again rather than never.
  api.faults.next('sendMessage', 'lostAfterAct')
  ani.taps('Lampu jalan, lalu lintas & parkir')
  await ani.reads('Di mana kejadiannya?')
  await ani.reads('Di mana kejadiannya?')
  ani.taps('Tanpa lokasi')
  await ani.reads('Ada foto')
  expect(ani.texts()).toHaveLength(5)
  const logged = JSON.stringify(desk.log()) + desk.stderr()
  expect(logged).toContain('letter not sent')
  expect(
    ['5550001001', 'Anindyawati', 'lampu', 'Soal apa', token.slice(7)].filter((word) => logged.includes(word)),
  ).toEqual([])
})
