/**
 * Takes the messages (SEI) out of H.264 and H.265 pictures, where encoders and cameras write their names, settings and
 * positions; no decoder needs them (ITU-T H.264 and H.265, annexes D). Other codings carry none and pass unchanged.
 */
export const withoutMessages = (codec: string, config: VideoDecoderConfig): Cleaned => {
  const coding = codings[codec]
  if (!coding) return { config, data: (packet) => packet }
  if (!config.description) throw new Error('The pictures of this track are not cut as its file format requires.')
  const description = bytesOf(config.description)
  const size = (description[coding.sizeAt]! & 3) + 1
  return {
    config: { ...config, description: coding.describe(description) },
    data: (packet) => joined(units(packet, size).filter((unit) => !coding.isMessage(unit[size]!))),
  }
}

type Cleaned = {
  readonly config: VideoDecoderConfig
  readonly data: (packet: Uint8Array) => Uint8Array
}

type Coding = {
  readonly sizeAt: number
  readonly isMessage: (firstByte: number) => boolean
  readonly describe: (description: Uint8Array) => Uint8Array
}

const isMessageOf265 = (firstByte: number) => [39, 40].includes((firstByte >> 1) & 0x3f)

const codings: Readonly<Record<string, Coding>> = {
  avc: { sizeAt: 4, isMessage: (firstByte) => (firstByte & 0x1f) === 6, describe: (description) => description },
  hevc: { sizeAt: 21, isMessage: isMessageOf265, describe: (description) => describe265(description) },
}

const bytesOf = (source: AllowSharedBufferSource) =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)

// Each unit keeps the length of `size` bytes that stands before it.
const units = (packet: Uint8Array, size: number) => {
  const found: Uint8Array[] = []
  for (let at = 0; at + size < packet.length; ) {
    const length = Buffer.from(packet.buffer, packet.byteOffset + at, size).readUIntBE(0, size)
    found.push(packet.subarray(at, at + size + length))
    at += size + length
  }
  return found
}

const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

// ISO/IEC 14496-15, 8.3.3.1: 22 bytes, the count of arrays, then arrays of units of one sort each.
const describe265 = (description: Uint8Array) => {
  const kept: Uint8Array[] = []
  let at = 23
  for (let left = description[22]!; left > 0; left -= 1) {
    const end = endOfArray(description, at)
    if (!isMessageOf265(description[at]! << 1)) kept.push(description.subarray(at, end))
    at = end
  }
  return joined([description.subarray(0, 22), Uint8Array.of(kept.length), ...kept])
}

const endOfArray = (description: Uint8Array, start: number) => {
  const view = new DataView(description.buffer, description.byteOffset, description.byteLength)
  let at = start + 3
  for (let left = view.getUint16(start + 1); left > 0; left -= 1) at += 2 + view.getUint16(at)
  return at
}
