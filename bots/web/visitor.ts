import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** Browsers keep no cookie for longer (RFC 6265bis). */
const days = 400
const name = 'meja'
const shape = /^[\w-]{43}$/

/** A browser's secret token: 32 random bytes. */
export const newToken = (random: (bytes: number) => Uint8Array): string => Buffer.from(random(32)).toString('base64url')

/** The token a browser shows, if it has the shape of one. */
export function tokenOf(c: Context, secure: boolean): string | undefined {
  const token = secure ? getCookie(c, name, 'host') : getCookie(c, name)
  return token && shape.test(token) ? token : undefined
}

/** Gives the browser its token, out of reach of scripts and other sites. */
export const giveToken = (c: Context, token: string, secure: boolean): void =>
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: days * 86_400,
    secure,
    ...(secure ? { prefix: 'host' as const } : {}),
  })

/** Takes the token away again. */
export const takeToken = (c: Context, secure: boolean): void =>
  void deleteCookie(c, name, { path: '/', secure, ...(secure ? { prefix: 'host' as const } : {}) })
