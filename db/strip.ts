import type { EvidenceType } from '../core/evidence-kinds.ts'
import { apart } from './strip/apart.ts'
import { stripImage } from './strip/image.ts'
import type { Stripped } from './strip/stripped.ts'

export type { Stripped } from './strip/stripped.ts'

/**
 * Makes a copy of a file that says nothing about who made it, where or with what: what is seen and heard stays,
 * everything written beside it goes. What cannot be cleaned for certain is refused.
 */
export const strip = (bytes: Uint8Array, type: EvidenceType): Promise<Stripped> => ways[type](bytes, type)

// Pictures are decoded by a library with its own threads and limits; parsers written in JavaScript run apart.
const ways: Record<EvidenceType, (bytes: Uint8Array, type: EvidenceType) => Promise<Stripped>> = {
  'image/jpeg': stripImage,
  'image/png': stripImage,
  'image/webp': stripImage,
  'video/mp4': apart,
  'video/quicktime': apart,
  'video/webm': apart,
  'audio/ogg; codecs=opus': apart,
  'audio/ogg': apart,
  'audio/mpeg': apart,
  'audio/mp4': apart,
  'audio/aac': apart,
  'audio/wav': apart,
  'application/pdf': apart,
}
