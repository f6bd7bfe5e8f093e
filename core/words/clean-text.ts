/** What a person typed, without what no screen shows: control characters go (tabs and line ends stay), half a surrogate pair becomes U+FFFD; never shortened. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .toWellFormed()
