/** The most pixels a picture may have, all frames together: the full 8192 x 6144 of a 50-megapixel phone fits. */
export const pixelLimit = 51_000_000

/** Loads the picture decoder on its first use, so that the desk starts without it. */
export const decoder = async () => (await import('sharp')).default

/** Whether a picture's header announces more pixels than may be decoded; an unreadable one announces none. */
export const hasTooManyPixels = async (bytes: Uint8Array): Promise<boolean> => {
  const sharp = await decoder()
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return width * height * pages > pixelLimit
  } catch {
    return false
  }
}
