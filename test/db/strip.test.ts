import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type EvidenceType, evidenceKinds } from '../../core/evidence-kinds.ts'
import { recognise } from '../../db/strip/recognise.ts'
import { type Stripped, strip } from '../../db/strip.ts'
import { hasTraces, sample, samples } from '../samples/samples.ts'

const all = Object.entries(samples)
const ofKind = (...kinds: string[]) => all.filter(([, type]) => kinds.includes(evidenceKinds[type].kind))
const clean = (result: Stripped) => {
  if ('refused' in result) throw new Error('This file should have been cleaned.')
  return Buffer.from(result.bytes)
}
const cleaned = new Map<string, Promise<Stripped>>()
const stripSample = (name: string, type: EvidenceType) => {
  const result = cleaned.get(name) ?? strip(sample(name), type)
  cleaned.set(name, result)
  return result
}
const cleanSample = async (name: string, type: EvidenceType) => clean(await stripSample(name, type))

test('every type the desk accepts has a real sample, recognised by its content', async () => {
  expect(new Set(Object.values(samples))).toEqual(new Set(Object.keys(evidenceKinds)))
  for (const [name, type] of all) expect(await recognise(sample(name)), name).toBe(type)
})

test.each(all)('no planted trace survives in %s', async (name, type) => {
  expect(hasTraces(sample(name))).toBe(true)
  const result = await stripSample(name, type)
  expect(result).toMatchObject({ type, extension: evidenceKinds[type].extension })
  expect(hasTraces(clean(result))).toBe(false)
})

describe('photos', () => {
  test.each(ofKind('photo'))('%s holds no EXIF, XMP, IPTC, profile or comment any more', async (name, type) => {
    expect((await sharp(sample(name)).metadata()).exif).toBeDefined()
    const told = await sharp(await cleanSample(name, type)).metadata()
    for (const key of ['exif', 'xmp', 'iptc', 'icc', 'comments', 'orientation'] as const) {
      expect(told[key], key).toBeUndefined()
    }
  })

  test.each(['photo.jpg', 'photo.webp'])('%s, stored lying, stands upright', async (name) => {
    const upright = sharp(await cleanSample(name, samples[name as 'photo.jpg']))
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([40, 60])
    const [red, , blue] = data.subarray(info.channels * 20)
    expect(red! > 200 && blue! < 60).toBe(true)
    const [redBelow, , blueBelow] = data.subarray(info.channels * (40 * 59 + 20))
    expect(redBelow! < 60 && blueBelow! > 200).toBe(true)
  })

  test('a moving picture keeps moving', async () => {
    const { pages, delay } = await sharp(await cleanSample('moving.webp', 'image/webp')).metadata()
    expect({ pages, delay }).toEqual({ pages: 3, delay: [100, 100, 100] })
  })

  test('a picture of 81 megapixels in 10 kB is not decoded', async () => {
    expect(await strip(sample('bomb.png'), 'image/png')).toEqual({ refused: 'cannot_strip' })
  })

  test('a drawing that calls itself a photo is not decoded', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    )
    expect(await recognise(svg)).toBeUndefined()
    expect(await strip(svg, 'image/png')).toEqual({ refused: 'cannot_strip' })
  })

  test('half a photo is not shown as a whole one', async () => {
    const jpeg = await sharp({ create: { width: 300, height: 300, channels: 3, noise: { type: 'gaussian' } } as never })
      .jpeg()
      .toBuffer()
    expect(await strip(jpeg.subarray(0, jpeg.length / 2), 'image/jpeg')).toEqual({ refused: 'cannot_strip' })
  })
})

describe('recordings', () => {
  test.each(ofKind('video', 'voice', 'audio'))('%s plays as long as before, packet by packet', async (name, type) => {
    const before = await played(sample(name))
    const after = await played(await cleanSample(name, type))
    expect(after.tracks).toEqual(before.tracks)
    expect(after.tracks.length).toBeGreaterThan(0)
    expect(after.seconds).toBeCloseTo(before.seconds, 1)
    expect(Object.keys(after.tags).filter((tag) => tag !== 'vendor')).toEqual([])
    expect(after.names.filter(Boolean)).toEqual([])
  })

  test.each(['video/mp4', 'audio/mpeg', 'audio/ogg', 'video/webm'] as const)(
    'noise that claims to be %s is refused',
    async (type) => {
      expect(await strip(Buffer.alloc(5000, 'derau'), type)).toEqual({ refused: 'cannot_strip' })
    },
  )

  test('a film held upright stays upright', async () => {
    const { tracks } = await played(await cleanSample('video.mov', 'video/quicktime'))
    expect(tracks.map((track) => track.rotation)).toContain(90)
  })

  test('a recording cut off on its way is refused', async () => {
    expect(await strip(sample('video.mov').subarray(0, 4000), 'video/quicktime')).toEqual({ refused: 'cannot_strip' })
  })
})

const played = async (bytes: Uint8Array) => {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const tracks = await input.getTracks()
  return {
    seconds: await input.computeDuration(),
    tags: (await input.getMetadataTags()).raw ?? {},
    names: await Promise.all(tracks.map((track) => track.getName())),
    tracks: await Promise.all(
      tracks.map(async (track) => {
        let packets = 0
        for await (const packet of new EncodedPacketSink(track).packets()) packets += packet.data.length > 0 ? 1 : 0
        const rotation = track.isVideoTrack() ? await track.getRotation() : 0
        return { type: track.type, codec: await track.getCodec(), packets, rotation }
      }),
    ),
  }
}

describe('documents', () => {
  test('a PDF keeps its page, picture and the look of its note, and loses all that tells or acts', async () => {
    const cleaned = await cleanSample('paper.pdf', 'application/pdf')
    const document = await PDFDocument.load(cleaned, { updateMetadata: false })
    expect(document.getPageCount()).toBe(1)
    expect(document.getAttachments()).toEqual([])
    expect(document.context.trailerInfo.Info).toBeUndefined()
    expect(document.catalog.keys().map(String).sort()).toEqual(['/Pages', '/Type'])
    expect(document.getPage(0).node.Annots()?.size()).toBe(1)
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
    expect(objects.some((object) => object instanceof PDFRawStream && isPhoto(object))).toBe(true)
    for (const dict of objects.map((object) => (object instanceof PDFStream ? object.dict : object))) {
      if (!(dict instanceof PDFDict)) continue
      for (const key of ['Metadata', 'JS', 'A', 'AA', 'EF', 'PieceInfo'])
        expect(dict.has(PDFName.of(key)), key).toBe(false)
    }
    expect(objects.some((object) => object instanceof PDFStream && hasTraces(object.getContents()))).toBe(false)
  })

  test('an encrypted PDF is refused', async () => {
    expect(await recognise(sample('locked.pdf'))).toBe('application/pdf')
    expect(await strip(sample('locked.pdf'), 'application/pdf')).toEqual({ refused: 'cannot_strip' })
  })

  test.each([10, 3000, 9000])('a PDF cut off after %i bytes ends its thread, not the desk', async (length) => {
    expect(await strip(sample('paper.pdf').subarray(0, length), 'application/pdf')).toEqual({ refused: 'cannot_strip' })
  })
})

test('8 MB that unfold to 2 GB inside a PDF fill neither memory nor time', async () => {
  const before = process.memoryUsage().rss
  const bomb = await unfolding(2_000_000_000)
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  expect(await strip(bomb, 'application/pdf')).toEqual({ refused: 'cannot_strip' })
  clearInterval(watch)
  expect(most - before).toBeLessThan(1_500_000_000)
})

const unfolding = async (size: number) => {
  const spaces = Buffer.alloc(20_000_000, ' ')
  const folded = createDeflate({ level: 1 })
  const body = buffer(Readable.from(Array(size / spaces.length).fill(spaces)).pipe(folded))
  const head = '%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n'
  const tail = '\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF'
  return Buffer.concat([Buffer.from(head), await body, Buffer.from(tail)])
}

const isPhoto = (stream: PDFRawStream) => stream.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
