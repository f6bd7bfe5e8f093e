import type { Sharp } from 'sharp'
import type { EvidenceType } from '../../core/evidence-kinds.ts'
import { decoder, pixelLimit } from './pixels.ts'
import { cannotStrip, type Stripped, stripped } from './stripped.ts'

/**
 * Decodes a picture, turns it upright and encodes it anew, which keeps pixels and, of a moving one, their timing:
 * EXIF, XMP, IPTC, comments, thumbnails and colour profiles stay behind.
 */
export const stripImage = async (bytes: Uint8Array, type: EvidenceType): Promise<Stripped> => {
  const sharp = await decoder()
  const picture = sharp(bytes, { limitInputPixels: pixelLimit, animated: type === 'image/webp', failOn: 'error' })
  try {
    const encode = encoders[`image/${(await picture.metadata()).format}`]
    if (!encode) return cannotStrip
    return stripped(await encode(picture.autoOrient().timeout({ seconds: 30 })).toBuffer(), type)
  } catch {
    return cannotStrip
  }
}

// The decoder knows more formats, SVG among them, than a picture may have.
const encoders: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 88 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 88 }),
}
