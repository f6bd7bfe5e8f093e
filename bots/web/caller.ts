import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** Tells callers apart without keeping their IP: an HMAC under a key that lives as long as the process. */
export const callerMark =
  (key: Uint8Array) =>
  (ip: string): string =>
    createHmac('sha256', key).update(network(ip)).digest('base64url')

/** The caller's IP: the socket's, or what the last proxy noted when there is one we trust. */
export function callerIp(socket: string | undefined, forwarded: string | undefined, trustProxy: boolean): string {
  const noted = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined
  return noted || socket || 'unknown'
}

/** One subscriber holds a whole IPv6 /64 (RFC 6177), so its first four groups are the caller. */
function network(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace(/^::ffff:/, '')
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const end = tail?.split(':').filter(Boolean) ?? []
  const gap = tail === undefined ? 0 : Math.max(0, 8 - groups.length - end.length)
  return [...groups, ...Array(gap).fill('0'), ...end].slice(0, 4).join(':')
}
