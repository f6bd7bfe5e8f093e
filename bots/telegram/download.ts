import type { Api } from 'grammy'
import { SendError } from '../../core/channel.ts'
import { failed } from './failed.ts'
import { limits } from './limits.ts'
import { networkReason } from './network-reason.ts'
import { stopSignal } from './stop-signal.ts'

/** A bot at a Bot API server: what is needed to build the address of a file. */
type Source = { readonly api: Api; readonly apiRoot: string; readonly token: string }

/** The bytes of a file of at most 20 MB that somebody sent; also over plain http, for servers of one's own. Throws SendError. */
export async function* download(source: Source, file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const path = await locate(source.api, file, signal)
  let bytes = 0
  try {
    for await (const chunk of await open(`${source.apiRoot}/file/bot${source.token}/${path}`, signal)) {
      bytes += chunk.byteLength
      if (bytes > limits.downloadBytes) throw tooBig()
      yield chunk
    }
  } catch (error) {
    throw error instanceof SendError ? error : new SendError(`download: ${networkReason(error)}`, { retry: true })
  }
}

async function locate(api: Api, file: string, signal: AbortSignal): Promise<string> {
  const found = await api.getFile(file, stopSignal(signal)).catch((error: unknown) => Promise.reject(failed(error)))
  if ((found.file_size ?? 0) > limits.downloadBytes) throw tooBig()
  if (!found.file_path) throw new SendError('getFile: no path', { retry: true })
  return found.file_path
}

/** A path that is not found any more is asked for anew by the next try. */
async function open(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(address, { signal })
  if (response.ok && response.body) return response.body
  await response.body?.cancel()
  throw new SendError(`download: ${response.status}`, { retry: true })
}

const tooBig = () => new SendError('download: more than 20 MB', { retry: false })
