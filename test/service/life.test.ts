import { expect, test, vi } from 'vitest'
import { sample } from '../samples/samples.ts'
import { startBotApi } from '../telegram/server/server.ts'
import { atTheDesk } from './at-the-desk.ts'
import { letterTimes } from './letter-times.ts'
import { newFolder } from './new-folder.ts'
import { numberIn, startCode } from './read-from.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'

vi.setConfig({ testTimeout: 120_000 })

test('Ani reports by Telegram with a photo, Budi answers, asks and resolves with two, and Ani confirms and rates', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  await using desk = await startDesk({ DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url })
  const [ani, budi, cici] = [talk(api, 5001, 'Ani'), talk(api, 5002, 'Budi'), talk(api, 5003, 'Cici')]

  cici.says(`/gabung ${desk.firstCode}`)
  await cici.reads('Selamat bergabung sebagai admin')
  cici.says('/undang DISHUB')
  budi.says(`/start ${startCode(await cici.reads('Kode untuk petugas'))}`)
  await budi.reads('Selamat bergabung sebagai petugas Dinas Perhubungan')

  ani.says('lampu jalan mati di depan rumah saya')
  await ani.reads('Soal apa ini?')
  ani.taps('Lampu jalan, lalu lintas & parkir')
  await ani.reads('Di mana kejadiannya?')
  ani.says('Jl. Sudirman dekat Masjid Jamik')
  await ani.reads('Ada foto')
  ani.sends({ photo: sample('photo.jpg') })
  await ani.reads('Mohon periksa')
  ani.taps('Kirim')
  const number = numberIn(await ani.reads('tersimpan dengan nomor'))

  await budi.reads(`Laporan baru ${number}`)
  budi.taps('Ambil')
  await ani.reads(`mulai menangani laporan ${number}`)
  budi.says(`/balas ${number} Besok pagi kami perbaiki.`)
  ani.says('Tiangnya juga miring.', await ani.reads('Besok pagi kami perbaiki.'))
  await budi.reads('Tiangnya juga miring.')
  budi.says(`/tanya ${number} Nomor tiangnya berapa?`)
  await ani.reads('Nomor tiangnya berapa?')
  ani.says('Nomor 17')
  await budi.reads('Nomor 17')
  budi.sends({ photo: sample('photo.jpg'), media_group_id: '77', caption: `/selesai ${number} Lampu sudah diganti.` })
  budi.sends({ photo: sample('photo.jpg'), media_group_id: '77' })
  await ani.reads('Lampu sudah diganti.')
  ani.taps('Sudah selesai')
  await ani.reads('1 (buruk) sampai 5')
  await budi.reads('sudah selesai')
  ani.taps('5')
  await ani.reads('Nilai 5')
  await budi.reads('5 dari 5')

  const album = api.chat(ani.person.id).filter(({ files }) => files.length > 0)
  expect(sample('photo.jpg').includes('Exif')).toBe(true)
  expect(album.map(({ files }) => Buffer.from(files[0]!.bytes).includes('Exif'))).toEqual([false, false])
  expect(ani.texts()).toHaveLength(14)
  expect([ani, budi, cici].flatMap((one) => one.presses.filter(({ answer }) => !answer))).toEqual([])
  expect(api.calls().filter(({ code, method }) => code !== 200 && method !== 'getUpdates')).toEqual([])
  expect(api.refusedForFlood).toBe(0)
  expect(await desk.stop()).toBe(0)
  await using kept = atTheDesk(folder.path)
  expect(await kept.unanswered()).toEqual({ waiting: 0, aside: [], unsent: 0 })
  const { delays, left } = await letterTimes(kept.store, ani.person.id)
  expect(delays.length).toBeGreaterThan(5)
  expect(Math.max(...delays)).toBeLessThan(1000)
  expect(left).toEqual(left.toSorted((one, other) => one - other))
})
