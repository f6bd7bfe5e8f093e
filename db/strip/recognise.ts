import { type EvidenceType, isEvidenceType } from '../../core/evidence-kinds.ts'

/** The content type of a file by what it holds, or undefined when the desk does not accept it. */
export const recognise = async (bytes: Uint8Array): Promise<EvidenceType | undefined> => {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const type = otherNames[found] ?? found
  return isEvidenceType(type) ? type : undefined
}

const otherNames: Readonly<Record<string, EvidenceType>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
}
