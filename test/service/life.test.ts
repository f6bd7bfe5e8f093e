import { expect, test } from 'vitest'
import { sample } from '../samples/samples.ts'
import { startBotApi } from '../telegram/server/server.ts'
import { newFolder } from './new-folder.ts'
import { startDesk } from './start-desk.ts'
import { talk } from './talk.ts'

const token = '123456:AAF-a-token-for-the-loopback'

test('Ani reports by Telegram, Budi of the agency answers, asks and resolves, and Ani confirms and rates', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  await using desk = await startDesk({
    DATA_DIR: folder.path,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: api.url,
  })
  const [ani, budi, cici] = [talk(api, 5001, 'Ani'), talk(api, 5002, 'Budi'), talk(api, 5003, 'Cici')]

  cici.says(`/gabung ${desk.firstCode}`)
  await cici.reads('admin')
  cici.says('/undang DISHUB')
  const invited = await cici.reads('/gabung ')
  console.log(JSON.stringify(invited.reply_markup), invited.text)
  const code = /start=(\S+?)"/.exec(JSON.stringify(invited.reply_markup))![1]
  budi.says(`/start ${code}`)
  await budi.reads('Dinas Perhubungan')

  ani.says('lampu jalan mati di depan rumah saya')
  await ani.reads('Soal apa ini?')
  ani.taps('Lampu jalan, lalu lintas & parkir')
  await ani.reads('Di mana kejadiannya?')
  ani.says('Jl. Sudirman dekat Masjid Jamik')
  await ani.reads('Ada foto')
  ani.sends({ photo: sample('photo.jpg') })
  await ani.reads('Mohon periksa')
  ani.taps('Kirim')
  const filed = await ani.reads('tersimpan dengan nomor')
  const number = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(filed.text!)![0]

  const card = await budi.reads(number)
  console.log(card.text, JSON.stringify(card.reply_markup))
  budi.taps('Ambil')
  console.log(await ani.reads(number).then((m) => m.text))
  budi.says(`/balas ${number} Besok pagi kami perbaiki.`)
  const reply = await ani.reads('Besok pagi kami perbaiki.')
  ani.says('Terima kasih, tiangnya juga miring.', reply)
  await budi.reads('tiangnya juga miring')
  budi.says(`/tanya ${number} Nomor tiangnya berapa?`)
  const asked = await ani.reads('Nomor tiangnya berapa?')
  ani.says('Nomor 17')
  await budi.reads('Nomor 17')
  for (const [caption] of [[`/selesai ${number} Lampu sudah diganti.`], [undefined]])
    budi.person.sends({ photo: sample('photo.jpg'), media_group_id: '77', ...(caption && { caption }) })
  await ani.reads('Lampu sudah diganti.')
  ani.taps('Sudah selesai')
  await ani.reads('1 (buruk) sampai 5')
  ani.taps('5')
  await ani.reads('erima kasih')
  await budi.reads('5')
  await cici.reads('x').catch(() => 0)
  console.log(api.chat(5001).map((m) => m.text ?? m.files.length))
  console.log(api.chat(5002).map((m) => m.text ?? m.files.length))
  console.log(api.chat(5003).map((m) => m.text ?? m.files.length))
  console.log(desk.stdout(), desk.stderr())
  expect(api.refusedForFlood).toBe(0)
})
