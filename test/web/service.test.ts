import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inChromium } from '../chromium.ts'
import { hasTraces, sample } from '../samples/samples.ts'
import { newFolder } from '../service/new-folder.ts'
import { type RunningDesk, startDesk } from '../service/start-desk.ts'
import { findings } from './axe.ts'
import { type Cable, layCable } from './cable.ts'
import { type OnPage, onPage } from './on-page.ts'

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }
const photo = sample('photo.jpg')
const numbers = /[2-9A-Z]{4}-[2-9A-Z]{4}/g
const lamps = 'Lampu jalan, lalu lintas & parkir'

inChromium('The real service on the web', (browser) => {
  let folder: Awaited<ReturnType<typeof newFolder>>
  let cable: Cable
  let desk: RunningDesk
  const contexts: BrowserContext[] = []
  let ani: OnPage
  let cici: OnPage
  let budi: OnPage

  // The page stands at the cable's end of the port, the service at another address of this machine on the same port.
  const start = async () => {
    desk = await startDesk({ DATA_DIR: folder.path, HOST: '127.0.0.2', PORT: String(cable.port) })
    cable.plug(cable.port, '127.0.0.2')
  }
  const arrives = async (options: BrowserContextOptions = {}) => {
    const context = await browser().newContext({ locale: 'id-ID', ...options })
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(cable.url)
    return onPage(page)
  }
  /** Another resident sits down at the same phone, where nothing of the one before is left. */
  const sitsDown = async ({ page }: OnPage) => {
    const session = await page.context().newCDPSession(page)
    await page.goto('about:blank')
    await session.send('Storage.clearDataForOrigin', { origin: cable.url, storageTypes: 'all' })
    await page.context().clearCookies()
    await page.goto(cable.url)
  }

  beforeAll(async () => {
    folder = await newFolder()
    cable = await layCable()
    await start()
    cici = await arrives({ viewport: { width: 1280, height: 800 } })
    await cici.writes(`/gabung ${desk.firstCode}`)
    await cici.reads('bergabung sebagai admin')
    await cici.writes('/undang DISHUB')
    const invitation = await cici.reads('/gabung ')
    budi = await arrives(phone)
    await budi.writes(/\/gabung [\w-]+/.exec(invitation)![0])
    await budi.reads('bergabung sebagai petugas Dinas Perhubungan')
    const geolocation = { latitude: -2.1291, longitude: 106.1137 }
    ani = await arrives({ ...phone, permissions: ['geolocation'], geolocation })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await desk?.[Symbol.asyncDispose]()
    cable?.remove()
    await folder?.[Symbol.asyncDispose]()
  })

  /** From the review card to the number. */
  const sends = async (resident: OnPage) => {
    await resident.taps('Kirim')
    return (await resident.reads('tersimpan dengan nomor')).match(numbers)![0]!
  }
  /** The whole card that Budi sees, and how many files hang on it. */
  const card = async (number: string) => {
    await budi.writes(`/tiket ${number}`)
    const text = await budi.reads('Riwayat', number)
    const letter = budi.page.locator('.row.desk').filter({ hasText: 'Riwayat' }).last()
    return { text, files: letter.locator('.file') }
  }

  test('Ani files a report with a photo and her place; what Budi answers stands on her page by itself, and stays', async () => {
    expect(await ani.page.getByText('Percobaan – bukan layanan resmi').isVisible()).toBe(true)
    await ani.attaches('lampu.jpg', photo)
    await ani.writes('lampu jalan mati di depan rumah saya')
    await ani.reads('Soal apa ini?')
    expect(await findings(ani.page)).toEqual([])
    await ani.taps(lamps)
    await ani.reads('Di mana kejadiannya?')
    await ani.page.getByRole('button', { name: 'Pakai lokasi saya' }).click()
    expect(await ani.reads('Mohon periksa')).toContain('(perkiraan)')
    expect(await findings(ani.page)).toEqual([])
    await ani.page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(ani.page)).toEqual([])
    await ani.page.emulateMedia({ colorScheme: 'light' })
    const number = await sends(ani)
    await ani.page.getByRole('button', { name: 'Buka di perangkat lain', exact: true }).waitFor()
    expect(await ani.page.getByText('Telegram').count()).toBe(0)

    expect(await budi.reads(`Laporan baru ${number}`)).toContain('lampu jalan mati di depan rumah saya')
    expect(await findings(budi.page)).toEqual([])
    const { files } = await card(number)
    await files.locator('img').waitFor()
    const evidence = await budi.page.request.get(`${cable.url}${await files.getAttribute('href')}`)
    expect(hasTraces(photo)).toBe(true)
    expect(hasTraces(await evidence.body())).toBe(false)
    expect(evidence.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
    await budi.taps('Balas')
    await budi.reads('Tulis tanggapan')
    await budi.writes('Besok pagi kami perbaiki.')
    expect(await ani.reads('Besok pagi kami perbaiki.', number)).toContain('Dinas Perhubungan')

    const before = await ani.texts()
    await ani.page.reload()
    await ani.reads('Besok pagi kami perbaiki.')
    expect(await ani.texts()).toEqual(before)
    expect(await ani.page.locator('.row.me img').count()).toBe(1)
  })

  test('the network is cut in the middle of her upload and comes back: one report with one file', async () => {
    await sitsDown(ani)
    await ani.attaches('lampu.jpg', photo)
    const cut = cable.cutIn('PUT /uploads/', 4000)
    await ani.writes('lampu jalan mati di jembatan')
    await cut
    await ani.mine.getByText('Belum terkirim').waitFor()
    cable.mend()
    await ani.taps(lamps)
    await ani.taps('Tanpa lokasi')
    const number = await sends(ani)
    const { text, files } = await card(number)
    expect(text.split('lampu jalan mati di jembatan')).toHaveLength(2)
    expect(await files.count()).toBe(1)
    await ani.writes('/laporanku')
    expect((await ani.reads('Laporan Anda:', number)).match(numbers)).toEqual([number])
  })

  test('the service dies between keeping and saying so: after its return there is one message and one report', async () => {
    await sitsDown(ani)
    const lost = cable.lose('HTTP/1.1 202')
    await ani.writes('lampu jalan mati di pasar')
    await lost
    await desk.kill()
    await ani.mine.getByText('Belum terkirim').waitFor()
    await start()
    await ani.taps(lamps)
    await ani.taps('Tanpa lokasi')
    await ani.taps('Lanjut tanpa foto')
    const number = await sends(ani)
    expect((await card(number)).text.split('lampu jalan mati di pasar')).toHaveLength(2)
    await ani.writes('/laporanku')
    expect((await ani.reads('Laporan Anda:', number)).match(numbers)).toEqual([number])
  })

  test('a key opens her letters, her draft and her reports on another device, and leaving forgets them here', async () => {
    await sitsDown(ani)
    await ani.writes('lampu jalan mati di taman')
    await ani.reads('Soal apa ini?')
    await ani.page.getByRole('button', { name: 'Ubah' }).click()
    await ani.writes('lampu jalan mati di taman kota')
    await ani.reads('sudah dipakai')
    await ani.writes('/kunci')
    const [key] = /([2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(await ani.reads('Kunci obrolan ini'))!
    const elsewhere = await arrives(phone)
    await elsewhere.page.getByRole('button', { name: 'Menu' }).click()
    await elsewhere.page.getByRole('button', { name: 'Punya kunci?' }).click()
    await elsewhere.page.getByRole('textbox', { name: 'Kunci' }).fill(key)
    await elsewhere.page.getByRole('button', { name: 'Buka percakapan' }).click()
    await elsewhere.taps(lamps)
    await elsewhere.taps('Tanpa lokasi')
    await elsewhere.taps('Lanjut tanpa foto')
    expect(await elsewhere.reads('Mohon periksa')).toContain('lampu jalan mati di taman kota')
    const number = await sends(elsewhere)
    expect(await ani.reads('tersimpan dengan nomor')).toContain(number)

    await ani.page.getByRole('button', { name: 'Menu' }).click()
    await ani.page.getByRole('button', { name: 'Selesai dan keluar' }).click()
    await ani.page.getByRole('dialog').getByRole('button', { name: 'Selesai dan keluar' }).click()
    await ani.page.getByText('Tulis keluhan Anda di sini').waitFor()
    expect(await ani.texts()).toEqual([])
    expect(await ani.page.context().cookies()).toEqual([])
    await elsewhere.writes(`/lacak ${number}`)
    await elsewhere.reads('Riwayat')
  })

  test('Cici’s export is a download that no browser opens, and axe finds nothing on her desktop', async () => {
    await cici.writes('/ekspor')
    await cici.reads('Ekspor laporan')
    const link = cici.page.locator('.row.desk .file').last()
    const [download] = await Promise.all([cici.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    const file = await cici.page.request.get(`${cable.url}${await link.getAttribute('href')}`)
    expect(file.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'x-content-type-options': 'nosniff',
    })
    expect((await file.body()).subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(await file.text()).toContain('lampu jalan mati')
    expect(await findings(cici.page)).toEqual([])
  })
})
