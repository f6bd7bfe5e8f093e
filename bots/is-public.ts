import { isIPv4 } from 'node:net'

/** Where the service is reached: what it listens on, and the address people type. */
type Reach = { readonly host?: string | undefined; readonly publicUrl?: string | undefined }

/** Whether others than this machine reach the service. */
export const isPublic = ({ host, publicUrl }: Reach): boolean => publicUrl !== undefined || isOpen(host)

/** Whether a host to listen on lets others in without a proxy. */
export const isOpen = (host = 'localhost'): boolean =>
  !(host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.')))
