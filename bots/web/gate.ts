/** Where this door stands: the address people type when it is public, and the port it listens on. */
export type Place = { readonly publicUrl?: string; readonly host: string; readonly port: number }

/** A request as far as the gate looks at it. */
type Knock = { readonly method: string; readonly host: string | undefined; readonly origin: string | undefined }

const reading = ['GET', 'HEAD']

/** Why a request is turned away: it names another host (DNS rebinding), or comes from another site's page; pure. */
export function turnedAway(knock: Knock, place: Place): 'host' | 'origin' | undefined {
  const host = knock.host?.toLowerCase()
  if (!host || !hostsOf(place).includes(host)) return 'host'
  if (!reading.includes(knock.method) && knock.origin !== originOf(host, place)) return 'origin'
  return undefined
}

const hostsOf = ({ publicUrl, host, port }: Place) => {
  const names = ['127.0.0.1', 'localhost', '[::1]', bracketed(host)]
  return [...names.map((name) => `${name}:${port}`), ...(publicUrl ? [new URL(publicUrl).host] : [])]
}

const originOf = (host: string, { publicUrl }: Place) => {
  const known = publicUrl ? new URL(publicUrl) : undefined
  return known?.host === host ? known.origin : `http://${host}`
}

/** A host as it stands in a URL: IPv6 in brackets, lower case. */
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host).toLowerCase()
