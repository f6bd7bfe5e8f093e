/**
 * Takes EXIF, XMP, IPTC, profiles and comments out of a JPEG without decoding it; Adobe's segment stays, because it
 * says how to read the colours (ISO/IEC 10918-1, annex B). Throws when the file is not cut as JPEG is.
 */
export const withoutSegments = (jpeg: Uint8Array): Uint8Array => {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== startOfImage) throw new Error('This is not a JPEG.')
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  while (view.getUint16(at) !== startOfScan) {
    if (jpeg[at] !== 0xff) throw new Error('This JPEG is damaged.')
    const end = at + 2 + view.getUint16(at + 2)
    if (!isTold(jpeg[at + 1]!)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return new Uint8Array(Buffer.concat([...kept, scansOf(jpeg, at)]))
}

const startOfImage = 0xffd8
const startOfScan = 0xffda
const adobe = 0xee
const comment = 0xfe

// APP1 to APP15 and COM tell about a picture; APP0 (JFIF) and APP14 (Adobe) are needed to draw it.
const isTold = (marker: number) => marker === comment || (marker > 0xe0 && marker <= 0xef && marker !== adobe)

// Phones append a second picture or a film after the end of the first.
const scansOf = (jpeg: Uint8Array, start: number) => {
  const end = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).indexOf(endOfImage, start)
  return end < 0 ? jpeg.subarray(start) : jpeg.subarray(start, end + 2)
}

const endOfImage = Buffer.from([0xff, 0xd9])
