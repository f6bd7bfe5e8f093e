import { readFileSync } from 'node:fs'
import type { EvidenceType } from '../../core/evidence-kinds.ts'

/** The samples that people could send, each with the type its content has. */
export const samples = {
  'photo.jpg': 'image/jpeg',
  'photo.png': 'image/png',
  'photo.webp': 'image/webp',
  'moving.webp': 'image/webp',
  'video.mp4': 'video/mp4',
  'hevc.mp4': 'video/mp4',
  'video.mov': 'video/quicktime',
  'video.webm': 'video/webm',
  'voice.ogg': 'audio/ogg; codecs=opus',
  'vorbis.ogg': 'audio/ogg',
  'audio.mp3': 'audio/mpeg',
  'audio.m4a': 'audio/mp4',
  'audio.aac': 'audio/aac',
  'audio.wav': 'audio/wav',
  'paper.pdf': 'application/pdf',
} as const satisfies Record<string, EvidenceType>

/** The bytes of one file of this folder. */
export const sample = (name: string): Buffer => readFileSync(new URL(name, import.meta.url))

// Everything planted in the samples that can be found in bytes: texts, positions as text, and encoders' signatures.
const traces = /JEJAK|106[.,]1137|106,6\.822|x264 - core|x265 \(build/

/** Whether a trace stands in these bytes. */
export const hasTraces = (bytes: Uint8Array): boolean => traces.test(Buffer.from(bytes).toString('latin1'))
