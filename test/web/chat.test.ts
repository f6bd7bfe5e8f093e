import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Web } from '../../bots/web/web.ts'
import { StoreTrouble } from '../../core/store.ts'
import { inChromium } from '../chromium.ts'
import { newFolder } from '../service/new-folder.ts'
import { findings } from './axe.ts'
import { type Cable, layCable } from './cable.ts'
import { makeStandIn, type StandIn } from './stand-in.ts'

const choices = [
  { id: 'roads', label: 'Jalan dan jembatan' },
  { id: 'waste', label: 'Sampah' },
]

inChromium('Ani opens the chat page', (browser) => {
  let desk: StandIn
  let web: Web
  let cable: Cable
  let contexts: BrowserContext[]
  let window: Page | undefined
  let taken: boolean
  let photo: Buffer
  let folder: Awaited<ReturnType<typeof newFolder>>

  beforeAll(async () => {
    folder = await newFolder()
    photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a67c52' } })
      .jpeg()
      .toBuffer()
  })
  afterAll(() => folder[Symbol.asyncDispose]())
  beforeEach(async () => {
    desk = makeStandIn()
    cable = await layCable()
    contexts = []
    taken = false
    web = await openDoor()
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    cable.remove()
    await web.close()
  })

  const openDoor = async () => {
    const door = await desk.open({ publicUrl: cable.url })
    cable.plug(Number(new URL(door.url).port))
    return door
  }

  const newContext = async (options: BrowserContextOptions = {}, from: Browser = browser()) => {
    const context = await from.newContext({ locale: 'id-ID', ...options })
    contexts.push(context)
    return context
  }

  const openPage = async (options?: BrowserContextOptions) => {
    const page = options || taken ? await (await newContext(options)).newPage() : await takeWindow()
    await page.goto(cable.url)
    return page
  }

  // One window stays open from test to test, which is much cheaper: the door has another origin each time, so that a
  // browser keeps nothing for it but the cookies.
  const takeWindow = async () => {
    taken = true
    window ??= await (await browser().newContext({ locale: 'id-ID' })).newPage()
    await window.context().clearCookies()
    return window
  }

  const write = async (page: Page, words: string) => {
    await page.getByLabel('Tulis pesan').fill(words)
    await page.getByRole('button', { name: 'Kirim pesan' }).click()
  }

  const mine = (page: Page) => page.locator('.row.me')
  const sent = (page: Page) => page.locator('.row.me[data-state=sent]')
  const letters = (page: Page) => page.locator('.row.desk .text')
  const attach = (page: Page, ...names: string[]) =>
    page.locator('#files').setInputFiles(names.map((name) => ({ name, mimeType: 'image/jpeg', buffer: photo })))
  const film = async (bytes: number) => {
    const path = join(folder.path, 'film.mp4')
    await writeFile(path, Buffer.alloc(bytes, 7))
    return path
  }
  const address = () => [...desk.tokens.values()][0]!

  describe('and talks with the desk', () => {
    test('her words arrive, the answer comes, and she sees that both did', async () => {
      const page = await openPage()
      await write(page, 'Jalan berlubang')
      await letters(page).getByText('Anda menulis: Jalan berlubang').waitFor()
      expect(await sent(page).innerText()).toContain('Terkirim')
      await expect.poll(() => desk.seen).toEqual([3])
      expect(desk.texts()).toEqual(['Jalan berlubang'])
    })

    test('the first thing she sees is one line and a button that begins', async () => {
      const page = await openPage()
      await page.getByText('Tulis keluhan Anda di sini, atau ketik halo').waitFor()
      await page.getByRole('button', { name: 'Mulai' }).click()
      await letters(page).getByText('/start').waitFor()
      expect(desk.texts()).toEqual(['/start'])
      expect(await page.getByText('Tulis keluhan Anda').count()).toBe(0)
    })

    test('a choice is a button; once taken, or once another question follows, it is only read', async () => {
      desk.answer = ({ from, content }) => {
        if (content.kind === 'text') void desk.say(from, { text: 'Urusan apa?', choices })
        if (content.kind === 'press')
          void desk.say(from, { text: 'Di mana?', choices: [{ id: 'none', label: 'Tanpa lokasi' }] })
      }
      const page = await openPage()
      await write(page, 'Jalan berlubang')
      await page.getByRole('button', { name: 'Jalan dan jembatan' }).click()
      await page.getByRole('button', { name: 'Tanpa lokasi' }).waitFor()
      expect([...desk.heard.values()].at(-1)?.content).toEqual({ kind: 'press', letter: 3, choice: 'roads' })
      expect(await mine(page).last().innerText()).toContain('Jalan dan jembatan')
      expect(await page.getByRole('button', { name: 'Sampah' }).isDisabled()).toBe(true)
      await page.reload()
      await page.getByRole('button', { name: 'Tanpa lokasi' }).waitFor()
      expect(await page.locator('.choice.chosen').allInnerTexts()).toEqual(['Jalan dan jembatan'])
      expect(await page.getByRole('button', { name: 'Jalan dan jembatan' }).isDisabled()).toBe(true)
    })

    test('a notice’s choices stay open while a later question is asked, and replying to it quotes it', async () => {
      desk.answer = ({ from, content, quotes }) => {
        if (content.kind !== 'text' || quotes) return
        void desk
          .say(from, {
            text: 'Tentang K7F3-Q2X6: sudah selesai?',
            ticket: 't1',
            choices: [{ id: 'yes', label: 'Sudah' }],
          })
          .then(() => desk.say(from, { text: 'Urusan apa?', choices }))
      }
      const page = await openPage()
      await write(page, 'halo')
      await page.getByRole('button', { name: 'Sampah' }).waitFor()
      expect(await page.getByRole('button', { name: 'Sudah' }).isEnabled()).toBe(true)
      await page.getByRole('button', { name: 'Balas' }).click()
      await write(page, 'belum, masih berlubang')
      await expect.poll(() => [...desk.heard.values()].at(-1)?.quotes).toBe('3')
    })

    test('her own words can be changed, which is a message of its own; taps and commands cannot', async () => {
      const page = await openPage()
      await page.getByRole('button', { name: 'Mulai' }).click()
      await write(page, '/bantuan')
      await letters(page).getByText('/bantuan').waitFor()
      expect(await page.getByRole('button', { name: 'Ubah' }).count()).toBe(0)
      await write(page, 'Jalan berlobang')
      await page.getByRole('button', { name: 'Ubah' }).click()
      expect(await page.getByLabel('Tulis pesan').inputValue()).toBe('Jalan berlobang')
      await page.getByRole('button', { name: 'Batal' }).click()
      expect(await page.getByLabel('Tulis pesan').inputValue()).toBe('')
      await page.getByRole('button', { name: 'Ubah' }).click()
      await attach(page, 'lubang.jpg')
      await write(page, 'Jalan berlubang')
      await expect.poll(() => desk.heard.size).toBe(5)
      const [first, change, file] = [...desk.heard.values()].slice(2)
      expect(change?.content).toEqual({ kind: 'edit', of: first?.message, text: 'Jalan berlubang' })
      expect(file?.content).toMatchObject({ kind: 'media' })
      await page.reload()
      await page.getByText('Perubahan:').waitFor()
      await page.getByRole('button', { name: 'Ubah' }).last().click()
      await write(page, 'Jalan berlubang besar')
      await expect.poll(() => [...desk.heard.values()].at(-1)?.content).toMatchObject({ of: first?.message })
    })

    test('all of it works with the keyboard alone', async () => {
      desk.answer = ({ from, content }) => {
        if (content.kind === 'text') void desk.say(from, { text: 'Urusan apa?', choices })
      }
      const page = await openPage()
      await page.getByLabel('Tulis pesan').focus()
      await page.keyboard.type('baris satu')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('baris dua')
      await page.keyboard.press('Enter')
      const choice = page.getByRole('button', { name: 'Sampah' })
      await choice.waitFor()
      for (
        let steps = 0;
        steps < 30 && !(await choice.evaluate((button) => button === document.activeElement));
        steps += 1
      ) {
        await page.keyboard.press('Shift+Tab')
      }
      await page.keyboard.press('Enter')
      await expect.poll(() => [...desk.heard.values()].at(-1)?.content.kind).toBe('press')
      expect(desk.texts()).toEqual(['baris satu\nbaris dua'])
      await page.getByRole('button', { name: 'Menu' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').count()).toBe(0)
    })

    test('HTML in a message is text, on both sides; only https addresses become links and only commands buttons', async () => {
      desk.answer = ({ from }) =>
        void desk.say(from, {
          text: '<img src=x onerror=alert(1)> https://contoh.go.id/a?b=1. javascript:alert(1) http://a.b dan/atau /laporanku /mulai K7F3-Q2X6 /gabung K7F3-Q2X6-K7F3-Q2X6',
          choices: [{ id: 'x', label: 'Buka', url: 'javascript:alert(1)' }],
        })
      const page = await openPage()
      await write(page, '<b onclick=alert(1)>tebal</b>')
      await page.getByRole('link', { name: 'https://contoh.go.id/a?b=1' }).waitFor()
      expect(await mine(page).locator('.text').innerText()).toBe('<b onclick=alert(1)>tebal</b>')
      expect(await page.locator('#thread :is(b, img, script)').count()).toBe(0)
      expect(
        await page.locator('#thread a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['https://contoh.go.id/a?b=1'])
      expect(await page.locator('.command').allInnerTexts()).toEqual(['/laporanku', '/mulai K7F3-Q2X6'])
    })

    test('the page speaks the language the desk speaks with her', async () => {
      const page = await openPage()
      desk.language = 'en'
      await write(page, '/bahasa')
      await page.getByRole('button', { name: 'Send message' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.reload()
      await page.getByRole('button', { name: 'Send message' }).waitFor()
    })

    test('letters that come while she looks elsewhere are counted in the title and not taken as seen', async () => {
      const page = await openPage()
      await write(page, 'halo')
      await letters(page).getByText('Anda menulis: halo').waitFor()
      await expect.poll(() => desk.seen).toEqual([3])
      const hide = (hidden: boolean) =>
        page.evaluate((value) => {
          Object.defineProperty(document, 'hidden', { value, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        }, hidden)
      await hide(true)
      await desk.say(address(), { text: 'Kabar baru' })
      await expect.poll(() => page.title()).toBe('(1) Meja Aduan Pangkalpinang')
      expect(desk.seen).toEqual([3])
      await hide(false)
      await expect.poll(() => desk.seen).toEqual([3, 6])
      expect(await page.title()).toBe('Meja Aduan Pangkalpinang')
    })
  })

  describe('and sends what she has', () => {
    test('several files chosen at once are one act, the caption with the first', async () => {
      const page = await openPage()
      await attach(page, 'satu.jpg', 'dua.jpg', 'tiga.jpg')
      await page.locator('#tray li').nth(2).getByRole('button').click()
      await write(page, 'di depan pasar')
      await sent(page).waitFor()
      const heard = [...desk.heard.values()]
      expect(heard.map(({ content }) => content.kind === 'media' && content.caption)).toEqual([
        'di depan pasar',
        undefined,
      ])
      expect(new Set(heard.map(({ album }) => album)).size).toBe(1)
      expect([...desk.files.values()].every((bytes) => bytes.equals(photo))).toBe(true)
      expect(desk.files.size).toBe(2)
      await page.reload()
      await expect.poll(() => mine(page).locator('img').count()).toBe(2)
    })

    test('a file the desk refuses is told by its reason, the others go', async () => {
      desk.refuse = (bytes) => (bytes.length < 100 ? 'kind' : undefined)
      const page = await openPage()
      await page.locator('#files').setInputFiles([
        { name: 'program.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
        { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo },
      ])
      await write(page, '')
      await sent(page).waitFor()
      expect(await sent(page).innerText()).toContain('Jenis berkas ini belum bisa diterima')
      expect(desk.heard.size).toBe(1)
    })

    test('a long film that the desk refuses at its first bytes is told by its reason too', async () => {
      desk.refuseAtOnce = 'quota'
      const page = await openPage()
      await page.locator('#files').setInputFiles(await film(8_000_000))
      await write(page, 'lihat ini')
      await sent(page).getByText('Batas berkas untuk hari ini sudah tercapai').waitFor()
      expect(desk.texts()).toEqual(['lihat ini'])
    })

    test('a file that is too large is told before it costs her data', async () => {
      await web.close()
      web = await desk.open({ publicUrl: cable.url, limits: { newVisitorsPerHour: 9, fileBytes: 100 } })
      cable.plug(Number(new URL(web.url).port))
      const page = await openPage()
      await attach(page, 'besar.jpg')
      await page.getByText('besar.jpg: Berkas ini terlalu besar').waitFor()
      expect(await page.locator('#tray li').count()).toBe(0)
    })

    test('her location goes when she allows it', async () => {
      const page = await openPage({ permissions: ['geolocation'], geolocation: { latitude: -2.13, longitude: 106.11 } })
      await page.getByRole('button', { name: 'Pakai lokasi saya' }).click()
      await sent(page).getByText('Lokasi saya').waitFor()
      expect([...desk.heard.values()][0]?.content).toEqual({ kind: 'place', point: { lat: -2.13, lng: 106.11 } })
    })

    test('when she does not, she is told what to do instead', async () => {
      const page = await openPage({ permissions: [] })
      await page.getByRole('button', { name: 'Pakai lokasi saya' }).click()
      await page.getByText('Lokasi tidak diizinkan. Silakan ketik alamat atau nama tempatnya.').waitFor()
      expect(desk.heard.size).toBe(0)
    })
  })

  describe('and the world is not kind', () => {
    test('after a reload the desk’s letters and her own bubbles are there, in their order', async () => {
      const page = await openPage()
      await write(page, 'pertama')
      await letters(page).getByText('Anda menulis: pertama').waitFor()
      await write(page, 'kedua')
      await letters(page).getByText('Anda menulis: kedua').waitFor()
      await page.reload()
      await letters(page).getByText('Anda menulis: kedua').waitFor()
      expect(await page.locator('.row .text').allInnerTexts()).toEqual([
        'pertama',
        'Anda menulis: pertama',
        'kedua',
        'Anda menulis: kedua',
      ])
    })

    test('the network is cut in the middle of an upload and comes back: one file, one message', async () => {
      const cut = Promise.withResolvers<void>()
      desk.duringUpload = async () => {
        desk.duringUpload = async () => undefined
        cable.cut()
        cut.resolve()
      }
      const page = await openPage()
      await page.locator('#files').setInputFiles(await film(3_000_000))
      await write(page, 'lihat ini')
      await cut.promise
      await mine(page).getByText('Belum terkirim').waitFor()
      expect(desk.heard.size).toBe(0)
      cable.mend()
      await mine(page).getByRole('button', { name: 'Coba lagi' }).click()
      await sent(page).waitFor()
      expect([...desk.files.values()].map(({ length }) => length)).toEqual([3_000_000])
      expect(desk.heard.size).toBe(1)
    })

    test('she reloads in the middle of an upload: it goes on by itself', async () => {
      const cut = Promise.withResolvers<void>()
      desk.duringUpload = async () => {
        desk.duringUpload = async () => undefined
        cable.cut()
        cut.resolve()
      }
      const page = await openPage()
      await attach(page, 'lubang.jpg')
      await write(page, 'lihat ini')
      await cut.promise
      await mine(page).getByText('Belum terkirim').waitFor()
      cable.mend()
      await page.reload()
      await sent(page).waitFor()
      expect([...desk.files.values()].every((bytes) => bytes.equals(photo))).toBe(true)
      expect([desk.files.size, desk.heard.size]).toEqual([1, 1])
    })

    test('the desk stops between keeping her message and saying so: after its return there is one message', async () => {
      const kept = Promise.withResolvers<void>()
      desk.afterKeeping = () => {
        kept.resolve()
        return new Promise(() => undefined)
      }
      const page = await openPage()
      await write(page, 'sekali saja')
      await kept.promise
      await web.close()
      desk.afterKeeping = async () => undefined
      await mine(page).getByText('Belum terkirim').waitFor()
      web = await openDoor()
      await sent(page).waitFor()
      expect(desk.texts()).toEqual(['sekali saja'])
      expect(new Set([...desk.tokens.values()].map(({ id }) => id)).size).toBe(1)
    })

    test('nothing can be kept for a while: she reads a kind sentence, and the message goes when it can', async () => {
      desk.beforeKeeping = async () => {
        throw new StoreTrouble('disk full')
      }
      const page = await openPage()
      await write(page, 'halo')
      await mine(page).getByText('Maaf, pesan belum bisa disimpan').waitFor()
      desk.beforeKeeping = async () => undefined
      await mine(page).getByRole('button', { name: 'Coba lagi' }).click()
      await sent(page).waitFor()
      expect(desk.texts()).toEqual(['halo'])
    })

    test('letters that were written while the stream was down come when it is back, each once', async () => {
      const page = await openPage()
      await write(page, 'halo')
      await letters(page).getByText('Anda menulis: halo').waitFor()
      cable.cut()
      await page.getByText('Tidak ada sambungan internet').waitFor()
      await desk.say(address(), { text: 'saat putus' })
      cable.mend()
      await letters(page).getByText('saat putus').waitFor()
      await desk.say(address(), { text: 'sesudahnya' })
      await letters(page).getByText('sesudahnya').waitFor()
      expect(await letters(page).allInnerTexts()).toEqual(['Anda menulis: halo', 'saat putus', 'sesudahnya'])
      expect(await page.getByText('Tidak ada sambungan internet').isVisible()).toBe(false)
    })

    test('two tabs share one stream, and both show everything', async () => {
      const context = await newContext()
      const streams: string[] = []
      context.on('request', (request) => void (request.url().includes('/stream?') && streams.push(request.url())))
      const [one, other] = [await context.newPage(), await context.newPage()]
      await one.goto(cable.url)
      await other.goto(cable.url)
      await write(one, 'dari satu')
      await letters(other).getByText('Anda menulis: dari satu').waitFor()
      await write(other, 'dari dua')
      await letters(one).getByText('Anda menulis: dari dua').waitFor()
      expect(await one.locator('.row .text').allInnerTexts()).toEqual(await other.locator('.row .text').allInnerTexts())
      expect(streams).toHaveLength(1)
      await one.close()
      await write(other, 'masih di sini')
      await letters(other).getByText('Anda menulis: masih di sini').waitFor()
      expect(desk.texts()).toEqual(['dari satu', 'dari dua', 'masih di sini'])
    })
  })

  describe('and goes elsewhere', () => {
    test('leaving forgets everything on this device', async () => {
      const page = await openPage()
      await attach(page, 'lubang.jpg')
      await write(page, 'rahasia')
      await sent(page).waitFor()
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('button', { name: 'Selesai dan keluar' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Selesai dan keluar' }).click()
      await page.getByText('Tulis keluhan Anda di sini').waitFor()
      expect(await page.locator('.row').count()).toBe(0)
      expect(await page.context().cookies()).toEqual([])
      expect(desk.tokens.size).toBe(0)
      const kept = await page.evaluate(async () => {
        const opened = indexedDB.open('meja')
        await new Promise((done) => opened.addEventListener('success', done))
        const counted = opened.result.transaction('bubbles').objectStore('bubbles').count()
        await new Promise((done) => counted.addEventListener('success', done))
        return counted.result
      })
      expect(kept).toBe(0)
    })

    test('a key opens her chat on another device, without the bubbles that only the first keeps', async () => {
      const page = await openPage()
      await write(page, 'dari rumah')
      await letters(page).getByText('Anda menulis: dari rumah').waitFor()
      desk.keys.set('ABCD2345EFGH6789', address())
      const other = await openPage()
      const open = async (key: string) => {
        await other.getByRole('textbox', { name: 'Kunci' }).fill(key)
        await other.getByRole('button', { name: 'Buka percakapan' }).click()
      }
      await other.getByRole('button', { name: 'Menu' }).click()
      await other.getByRole('button', { name: 'Punya kunci?' }).click()
      await open('SALAH')
      await other.getByText('Kunci ini tidak cocok').waitFor()
      await open('ABCD2345EFGH6789')
      await letters(other).getByText('Anda menulis: dari rumah').waitFor()
      expect(await mine(other).count()).toBe(0)
    })
  })

  describe('on any device', () => {
    const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }
    const desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' as const }
    const devices: [string, BrowserContextOptions, readonly ('light' | 'dark')[]][] = [
      ['a phone of 360 pixels, by day and by night,', phone, ['dark', 'light']],
      ['a desktop', desktop, ['light']],
    ]
    test.each(devices)(
      '%s shows everything without sideways scrolling, and axe finds nothing',
      async (_, options, schemes) => {
        const wrong = async () => {
          const found: string[] = []
          for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme })
            found.push(...(await findings(page)))
          }
          return found
        }
        desk.answer = ({ from }) =>
          void desk
            .say(from, { text: 'Ketik /privasi atau buka https://contoh.go.id', choices })
            .then(() =>
              desk.say(from, { text: 'Tanggapan', ticket: 't1', choices }, [
                { kind: 'photo', name: 'a.jpg', bytes: photo },
              ]),
            )
        desk.refuse = (bytes) => (bytes.length < 100 ? 'kind' : undefined)
        const page = await openPage(options)
        await page.getByRole('button', { name: 'Mulai' }).waitFor()
        expect(await wrong()).toEqual([])
        await page.locator('#files').setInputFiles([
          { name: `${'panjang'.repeat(20)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
          { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo },
        ])
        expect(await wrong()).toEqual([])
        await write(page, 'katapanjangsekali'.repeat(30))
        await page.locator('.file img').waitFor()
        await page.getByRole('button', { name: 'Balas' }).click()
        web.sign({ kind: 'typing', to: address() })
        await page.locator('.dots').waitFor()
        expect(await wrong()).toEqual([])
        for (const name of ['Punya kunci?', 'Selesai dan keluar']) {
          await page.getByRole('button', { name: 'Menu' }).click()
          expect(await wrong()).toEqual([])
          await page.getByRole('button', { name }).click()
          expect(await wrong()).toEqual([])
          await page.keyboard.press('Escape')
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        expect(await page.locator('#thread').evaluate((list) => list.scrollWidth <= list.clientWidth)).toBe(true)
      },
    )

    test('what a finger has to hit is large enough', async () => {
      desk.answer = ({ from }) => void desk.say(from, { text: 'Urusan apa?', ticket: 't', choices })
      const page = await openPage(phone)
      await write(page, 'halo')
      await page.getByRole('button', { name: 'Sampah' }).waitFor()
      const small = await page
        .locator('button:visible, textarea:visible')
        .evaluateAll((targets) =>
          targets.filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.textContent),
        )
      expect(small).toEqual([])
    })

    test('without JavaScript she reads why nothing happens', async () => {
      const page = await openPage({ javaScriptEnabled: false })
      expect(await page.locator('.noscript').innerText()).toContain('Halaman ini memerlukan JavaScript')
      expect(await page.locator('.noscript').isVisible()).toBe(true)
    })

    test('the whole page costs less than 40 kB, and the second visit next to nothing', async () => {
      const page = await (await newContext()).newPage()
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      let bytes = 0
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      await page.goto(cable.url, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: 'Mulai' }).waitFor()
      expect(bytes).toBeGreaterThan(5_000)
      expect(bytes).toBeLessThan(40_000)
      const first = bytes
      await page.goto(cable.url, { waitUntil: 'networkidle' })
      expect(bytes - first).toBeLessThan(4_000)
    })
  })
})
