import { createRequire } from 'node:module'
import type { PDFContext, PDFDict, PDFObject, PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { cannotStrip, type Stripped, stripped } from './stripped.ts'
import { withoutSegments } from './without-segments.ts'

// Through require it is one tree of files, as a module several hundred more: half a second for each document.
const pdf: typeof import('@cantoo/pdf-lib') = createRequire(import.meta.url)('@cantoo/pdf-lib')

/**
 * Copies what the pages of a PDF draw, and nothing else, into a new one. Notes and form fields keep their look; their
 * authors and texts, title, XMP, attachments, scripts, actions, links, earlier versions and the EXIF of embedded photos
 * stay behind. Throws when the document is encrypted, damaged or holds a picture that cannot be cleaned.
 */
export const stripPdf = async (bytes: Uint8Array): Promise<Stripped> => {
  const source = await pdf.PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  if (source.isEncrypted || source.getPageCount() === 0) return cannotStrip
  for (const [ref, object] of source.context.enumerateIndirectObjects()) cleanObject(source.context, ref, object)
  for (const page of source.getPages()) cleanPage(page)
  const target = await pdf.PDFDocument.create({ updateMetadata: false })
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page)
  return stripped(await target.save({ updateFieldAppearances: false }), 'application/pdf')
}

const names = (text: string) => new Set(text.split(' ').map((name) => pdf.PDFName.of(name)))

// Tables 31, 166 and 168 of ISO 32000-2, less what only tells. A resource can be called almost anything, so `told`,
// which is taken out everywhere, has no short names; actions and files hang on pages, notes and the catalogue alone.
const drawnOfPage = names(
  'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate Contents Group UserUnit Annots',
)
const drawnOfNote = names('Type Subtype Rect F AP AS')
const told = names('Metadata PieceInfo LastModified Usage OPI')

const cleanObject = (context: PDFContext, ref: PDFRef, object: PDFObject) => {
  clean(object)
  if (!(object instanceof pdf.PDFRawStream)) return
  const filters = filtersOf(object)
  if (filters.some((filter) => filter === 'JPXDecode')) throw new Error('A JPEG 2000 picture cannot be cleaned.')
  if (!filters.some((filter) => filter === 'DCTDecode')) return
  if (filters.length > 1) throw new Error('A JPEG inside another coding cannot be cleaned.')
  context.assign(ref, pdf.PDFRawStream.of(object.dict, withoutSegments(object.contents)))
}

const filtersOf = (stream: PDFRawStream) => {
  const filter = stream.dict.lookup(pdf.PDFName.of('Filter'))
  const all =
    filter instanceof pdf.PDFArray ? filter.asArray().map((item) => stream.dict.context.lookup(item)) : [filter]
  return all.flatMap((item) => (item instanceof pdf.PDFName ? [item.decodeText()] : []))
}

const clean = (object: PDFObject): void => {
  if (object instanceof pdf.PDFArray) object.asArray().forEach(clean)
  else if (object instanceof pdf.PDFStream) clean(object.dict)
  else if (object instanceof pdf.PDFDict) {
    for (const key of object.keys()) if (told.has(key)) object.delete(key)
    object.values().forEach(clean)
  }
}

const keepOnly = (dict: PDFDict, kept: ReadonlySet<PDFObject>) => {
  for (const key of dict.keys()) if (!kept.has(key)) dict.delete(key)
}

const cleanPage = (page: PDFPage) => {
  keepOnly(page.node, drawnOfPage)
  const notes = (page.node.Annots()?.asArray() ?? []).map((note) => page.node.context.lookup(note))
  const drawn = notes.filter((note) => note instanceof pdf.PDFDict).filter((note) => note.has(pdf.PDFName.of('AP')))
  for (const note of drawn) {
    keepOnly(note, drawnOfNote)
    note.set(pdf.PDFName.of('Subtype'), pdf.PDFName.of('Stamp'))
  }
  page.node.set(pdf.PDFName.of('Annots'), page.node.context.obj(drawn))
}
