import type { Locator, Page } from 'playwright-core'

/** Somebody in front of the chat page. */
export type OnPage = {
  readonly page: Page
  readonly writes: (words: string) => Promise<void>
  readonly attaches: (name: string, bytes: Buffer) => Promise<void>
  /** Taps a choice that still stands, by its whole label. */
  readonly taps: (label: string) => Promise<void>
  /** The latest letter with all these words, once it is there. */
  readonly reads: (...words: readonly string[]) => Promise<string>
  /** The own messages. */
  readonly mine: Locator
  /** Everything that is said on the page, in order. */
  readonly texts: () => Promise<string[]>
}

/** Reads and writes on the page as a person does. */
export function onPage(page: Page): OnPage {
  return {
    page,
    writes: async (words) => {
      await page.getByLabel('Tulis pesan').fill(words)
      await page.getByRole('button', { name: 'Kirim pesan' }).click()
    },
    attaches: (name, buffer) => page.locator('#files').setInputFiles([{ name, mimeType: 'image/jpeg', buffer }]),
    taps: (label) =>
      page.locator('#thread').getByRole('button', { name: label, exact: true, disabled: false }).last().click(),
    reads: async (...words) => {
      const letters = page.locator('.row.desk .text')
      const letter = words.reduce((found, hasText) => found.filter({ hasText }), letters).last()
      await letter.waitFor()
      return letter.innerText()
    },
    mine: page.locator('.row.me'),
    texts: () => page.locator('.row .text').allInnerTexts(),
  }
}
