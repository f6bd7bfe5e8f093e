/** Whether only this machine reaches an address by which a server listens. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)
