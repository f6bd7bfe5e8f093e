/** What the Bot API allows (core.telegram.org/bots/api): bytes to download and to show as a photo, characters of a text, files of an album. */
export const limits = {
  downloadBytes: 20 * 1024 * 1024,
  photoBytes: 10 * 1024 * 1024,
  textCharacters: 4096,
  albumFiles: 10,
} as const
