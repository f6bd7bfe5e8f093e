import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { startBotApi } from '../telegram/server/server.ts'
import { atTheDesk } from './at-the-desk.ts'
import { newFolder } from './new-folder.ts'
import { numberIn } from './read-from.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'

test('Ani reports while the desk is killed at every step: each answer comes once, and there is one report', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  const env = { DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url }
  const start = () => startDesk(env)
  const ani = talk(api, 5001, 'Ani')
  const confirming = () => api.calls('getUpdates').at(-1)?.params['offset'] !== undefined

  {
    // Written down, but Telegram never learns that it was: it is handed out again.
    await using desk = await start()
    console.log(Date.now() % 1000000, api.chat(5001).map((m) => m.text?.slice(0, 20)))
    await api.until(() => api.calls('getUpdates').length > 0)
    api.faults.next('getUpdates', 'timeout')
    ani.says('lampu jalan mati di depan rumah saya')
    await api.until(confirming)
    expect(api.unconfirmed).toHaveLength(1)
    await desk.kill()
  }
  {
    await using desk = await start()
    console.log(Date.now() % 1000000, api.chat(5001).map((m) => m.text?.slice(0, 20)))
    await ani.reads('Soal apa ini?')
    // As soon as it is confirmed, which is before anything is answered.
    ani.taps('Lampu jalan, lalu lintas & parkir')
    await api.until(() => api.unconfirmed.length === 0)
    await desk.kill()
  }
  {
    await using desk = await start()
    console.log(Date.now() % 1000000, api.chat(5001).map((m) => m.text?.slice(0, 20)))
    await ani.reads('Di mana kejadiannya?')
    // While the answer is on its way and Telegram does not take it.
    const sent = api.calls('sendMessage').length
    api.faults.next('sendMessage', 'timeout')
    ani.says('Jl. Sudirman dekat Masjid Jamik')
    await api.until(() => api.calls('sendMessage').length > sent)
    await desk.kill()
  }
  {
    await using desk = await start()
    console.log(Date.now() % 1000000, api.chat(5001).map((m) => m.text?.slice(0, 20)))
    await ani.reads('Ada foto')
    // The moment it was said, whatever the desk is doing then.
    ani.taps('Lanjut tanpa foto')
    await desk.kill()
  }
  {
    await using desk = await start()
    console.log(Date.now() % 1000000, api.chat(5001).map((m) => m.text?.slice(0, 20)))
    await ani.reads('Mohon periksa')
    ani.taps('Kirim')
    await api.until(() => api.unconfirmed.length === 0)
    await desk.kill()
  }
  await using desk = await start()
  const number = numberIn(await ani.reads('tersimpan dengan nomor'))
  expect(await desk.stop()).toBe(0)
  expect(number).toBeTruthy()
  await using kept = atTheDesk(folder.path)
  void kept
})
