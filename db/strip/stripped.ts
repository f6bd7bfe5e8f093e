import { type EvidenceType, evidenceKinds } from '../../core/evidence-kinds.ts'

/** A copy without metadata, its content type and its file name extension without a dot; or that none could be made. */
export type Stripped =
  | { readonly bytes: Uint8Array; readonly type: EvidenceType; readonly extension: string }
  | { readonly refused: 'cannot_strip' }

/** Says that a file could not be cleaned for certain. */
export const cannotStrip: Stripped = { refused: 'cannot_strip' }

/** Says that a file was cleaned and kept its type. */
export const stripped = (bytes: Uint8Array, type: EvidenceType): Stripped => ({
  bytes,
  type,
  extension: evidenceKinds[type].extension,
})
