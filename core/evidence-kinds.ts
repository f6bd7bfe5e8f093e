import type { MediaKind } from './message.ts'

// The extension is that of the copies, without a dot.
type EvidenceKind = { readonly kind: MediaKind; readonly extension: string }

/**
 * Every content type the desk accepts; a type is decided by what a file holds, never by its name or its sender.
 * HEIC is missing because its pictures can be neither decoded nor cleaned here; phones send JPEG when asked for a photo.
 */
export const evidenceKinds = {
  'image/jpeg': { kind: 'photo', extension: 'jpg' },
  'image/png': { kind: 'photo', extension: 'png' },
  'image/webp': { kind: 'photo', extension: 'webp' },
  'video/mp4': { kind: 'video', extension: 'mp4' },
  'video/quicktime': { kind: 'video', extension: 'mov' },
  'video/webm': { kind: 'video', extension: 'webm' },
  'audio/ogg; codecs=opus': { kind: 'voice', extension: 'ogg' },
  'audio/ogg': { kind: 'audio', extension: 'ogg' },
  'audio/mpeg': { kind: 'audio', extension: 'mp3' },
  'audio/mp4': { kind: 'audio', extension: 'm4a' },
  'audio/aac': { kind: 'audio', extension: 'aac' },
  'audio/wav': { kind: 'audio', extension: 'wav' },
  'application/pdf': { kind: 'document', extension: 'pdf' },
} as const satisfies Record<string, EvidenceKind>

/** A content type the desk accepts. */
export type EvidenceType = keyof typeof evidenceKinds

/** Whether the desk accepts files of this content type. */
export const isEvidenceType = (type: string): type is EvidenceType => Object.hasOwn(evidenceKinds, type)
