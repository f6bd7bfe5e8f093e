import { expect, test, vi } from 'vitest'
import { startBotApi } from '../telegram/server/server.ts'
import { atTheDesk } from './at-the-desk.ts'
import { findWords } from './find-words.ts'
import { newFolder } from './new-folder.ts'
import { numberIn } from './read-from.ts'
import { runProcess } from './run-process.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'
import { visit } from './visit.ts'

vi.setConfig({ testTimeout: 120_000 })

test('Ani reports on the web and goes on in Telegram; notices come where she was heard last; nothing of hers is readable elsewhere', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  const env = { DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url }
  await using desk = await startDesk(env)
  const operator = (...words: string[]) => runProcess('cli', env, ...words)
  const web = await visit(desk.url)
  const ani = talk(api, 5550001001, 'Anindyawati')
  const budi = talk(api, 5550001002, 'Budimansyah')

  await web.says('lampu zebrawarna mati di depan rumah saya')
  await web.reads('Soal apa ini?')
  await web.taps('Lampu jalan, lalu lintas & parkir')
  await web.reads('Di mana kejadiannya?')
  await web.taps('Tanpa lokasi')
  await web.reads('Ada foto')
  await web.taps('Lanjut tanpa foto')
  await web.reads('Mohon periksa')
  await web.taps('Kirim')
  const filed = await web.reads('tersimpan dengan nomor')
  const number = numberIn(filed)
  expect((await operator('stuck')).stdout).toContain(number)

  const invited = await operator('invite', 'dishub')
  const invitation = invited.stdout.trim()
  expect(invitation).toMatch(/^\/gabung \w{4}-\w{4}-\w{4}-\w{4}$/)
  budi.says(invitation)
  await budi.reads(number)
  expect((await operator('stuck')).stdout).toBe('Nothing is stuck.\n')

  const link = filed.choices.find(({ url }) => url)!.url!
  const code = new URL(link).searchParams.get('start')!
  ani.says(`/start ${code}`)
  await ani.reads('terhubung')
  budi.says(`/balas ${number} Besok pagi kami kunangkunang.`)
  await ani.reads('Besok pagi kami kunangkunang.')
  await web.says('/laporanku')
  await web.reads(number)
  budi.says(`/tanya ${number} Tiang nomor berapa?`)
  await web.reads('Tiang nomor berapa?')
  expect(ani.texts().join()).not.toContain('Tiang nomor berapa?')

  const disclosed = await operator('disclose', number.toLowerCase(), '--reason', 'perintah pengadilan')
  expect(disclosed.stdout).toMatch(/^name: .*\nphone: -\naddress: web \S+\naddress: telegram 5550001001\n$/)
  const other = numberIn({ text: number.endsWith('2') ? `${number.slice(0, 8)}3` : `${number.slice(0, 8)}2` })
  const typo = await operator('disclose', other, '--reason', 'salah ketik')
  expect(typo).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('typing error') })
  expect(api.refusedForFlood).toBe(0)
  expect(await desk.stop()).toBe(0)

  await using kept = atTheDesk(folder.path)
  const ticket = await kept.store.read((memory) => memory.tickets.byNumber(number))
  const events = await kept.store.read((memory) => memory.tickets.events(ticket!.id))
  expect(events.at(-1)).toMatchObject({ type: 'disclosed', role: 'desk', text: 'perintah pengadilan' })
  expect(await kept.unanswered()).toEqual({ waiting: 0, aside: [], unsent: 0 })

  const words = ['zebrawarna', 'kunangkunang', 'Anindyawati', 'Budimansyah', '555000100', 'pengadilan', token.slice(7)]
  const codes = [code, invitation.slice(8), desk.firstCode!].flatMap((one) => [one, one.replaceAll('-', '')])
  expect(await findWords(folder.path, ['SQLite format 3', ...words, ...codes])).toEqual(['SQLite format 3'])
  const logged = JSON.stringify(desk.log()) + desk.stderr()
  expect([...words, ...codes, number].filter((word) => logged.includes(word))).toEqual([])
})
