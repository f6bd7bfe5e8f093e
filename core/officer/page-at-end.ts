/** The page from 1 that stands at the end of a text, and the words before it. */
export function pageAtEnd(text: string): { readonly words: string; readonly page: number } {
  const [, words = '', page] = /^(.*?)\s*(\d{1,4})?$/s.exec(text.trim()) ?? []
  return { words, page: Math.max(1, Number(page ?? 1)) }
}
