import {
  ADTS,
  AdtsOutputFormat,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputTrack,
  InputVideoTrack,
  MovOutputFormat,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { EvidenceType } from '../../core/evidence-kinds.ts'
import { cannotStrip, type Stripped, stripped } from './stripped.ts'
import { withoutMessages } from './without-messages.ts'

type Container = { readonly read: InputFormat; readonly write: () => OutputFormat }

/**
 * Moves the sound and pictures of a recording, as they are, into a new file of the same format. Tags, track names,
 * covers, chapters, subtitles and tracks of measurements stay behind. Throws when the recording cannot be read.
 */
export const stripMedia = async (bytes: Uint8Array, type: EvidenceType): Promise<Stripped> => {
  const container = containers[type]
  if (!container) return cannotStrip
  using input = new Input({ source: new BufferSource(bytes), formats: [container.read] })
  const tracks = [...(await input.getVideoTracks()), ...(await input.getAudioTracks())]
  if (tracks.length === 0) return cannotStrip
  const target = new BufferTarget()
  const output = new Output({ format: container.write(), target })
  const copies: (() => Promise<void>)[] = []
  for (const track of tracks) copies.push(await copyOf(track, output))
  await output.start()
  await Promise.all(copies.map((copy) => copy()))
  await output.finalize()
  return target.buffer ? stripped(new Uint8Array(target.buffer), type) : cannotStrip
}

const containers: Partial<Record<EvidenceType, Container>> = {
  'video/mp4': { read: MP4, write: () => new Mp4OutputFormat() },
  'video/quicktime': { read: QTFF, write: () => new MovOutputFormat() },
  'video/webm': { read: WEBM, write: () => new WebMOutputFormat() },
  'audio/ogg; codecs=opus': { read: OGG, write: () => new OggOutputFormat() },
  'audio/ogg': { read: OGG, write: () => new OggOutputFormat() },
  'audio/mpeg': { read: MP3, write: () => new Mp3OutputFormat() },
  'audio/mp4': { read: MP4, write: () => new Mp4OutputFormat() },
  'audio/aac': { read: ADTS, write: () => new AdtsOutputFormat() },
  'audio/wav': { read: WAVE, write: () => new WavOutputFormat() },
}

// Adds a track to the new file and answers with what copies its packets once all tracks are added.
const copyOf = (track: InputVideoTrack | InputAudioTrack, output: Output) =>
  track instanceof InputVideoTrack ? videoCopy(track, output) : audioCopy(track, output)

const videoCopy = async (track: InputVideoTrack, output: Output) => {
  const codec = known(await track.getCodec())
  const clean = withoutMessages(codec, known(await track.getDecoderConfig()))
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation(), flip: await track.getFlip() })
  return async () => {
    for await (const packet of packetsOf(track)) {
      await source.add(packet.clone({ data: clean.data(packet.data), sideData: {} }), { decoderConfig: clean.config })
    }
    source.close()
  }
}

const audioCopy = async (track: InputAudioTrack, output: Output) => {
  const decoderConfig = known(await track.getDecoderConfig())
  const source = new EncodedAudioPacketSource(known(await track.getCodec()))
  output.addAudioTrack(source)
  return async () => {
    for await (const packet of packetsOf(track)) await source.add(packet, { decoderConfig })
    source.close()
  }
}

const packetsOf = (track: InputTrack) =>
  new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })

const known = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('The coding of this track is not known.')
  return value
}
