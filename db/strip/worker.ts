import { parentPort, workerData } from 'node:worker_threads'
import type { EvidenceType } from '../../core/evidence-kinds.ts'
import type { Stripped } from './stripped.ts'

const { bytes, type }: { bytes: Uint8Array; type: EvidenceType } = workerData

const stripHere = async (): Promise<Stripped> => {
  if (type === 'application/pdf') return (await import('./pdf.ts')).stripPdf(bytes)
  return (await import('./media.ts')).stripMedia(bytes, type)
}

parentPort?.postMessage(await stripHere())
