import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const required = process.env['CHROMIUM'] === 'required'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a Chromium that talks to nobody but the page under test. */
const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: path, args: quiet })

/** Tests in one real Chromium; without one they are skipped and say why, unless CHROMIUM=required. */
export function inChromium(name: string, tests: (browser: () => Browser) => void): void {
  if (!existsSync(path) && !required) {
    describe.skip(`${name} (skipped: no Chromium at ${path}; install it or set CHROMIUM_PATH)`, () =>
      tests(() => undefined as never))
    return
  }
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())
    tests(() => browser)
  })
}
