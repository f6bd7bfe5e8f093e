/** A small picture of a photo, to show before and after sending; nothing where the browser cannot read it. */
/** @param {Blob} file @returns {Promise<Blob | undefined>} */
export async function previewOf(file) {
  if (!file.type.startsWith('image/')) return undefined
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, 480 / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    /** @type {Blob | null} */
    const preview = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
    return preview ?? undefined
  } catch {
    return undefined
  }
}
