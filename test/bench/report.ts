import type { Content } from '../../core/message.ts'

/** What a resident sends next; a tap names the letter that offered it. */
type Message = (letter: number) => Content

const text =
  (words: string): Message =>
  () => ({ kind: 'text', text: words })
const tap =
  (choice: string): Message =>
  (letter) => ({ kind: 'press', letter, choice })

/** The five messages of a report without a photo: words, category, place, no photo, Kirim. */
export const report: readonly Message[] = [
  text('Lampu jalan mati sejak tiga hari lalu, gelap sekali kalau malam dan sudah ada yang jatuh'),
  tap('lampu'),
  text('Jalan Balai, depan pasar pagi, dekat warung Bu Siti'),
  tap('done'),
  tap('send'),
]
