import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { halfLastsMinutes } from './sign-in.ts'
import { signInLasts } from './store/sign-ins.ts'

/** The `__Host-` prefix keeps other hosts of the same domain from setting them; browsers allow it on TLS only. */
export function cookieNames(baseUrl: string): { readonly [Name in 'signIn' | 'half' | 'provider']: string } {
  const prefix = isSecure(baseUrl) ? '__Host-' : ''
  return { signIn: `${prefix}tierwise`, half: `${prefix}tierwise-half`, provider: `${prefix}tierwise-provider` }
}

export function setSignInCookie(reply: FastifyReply, baseUrl: string, token: string): void {
  reply.setCookie(cookieNames(baseUrl).signIn, token, { ...options(baseUrl), maxAge: signInLasts.days * 86_400 })
}

export function clearSignInCookie(reply: FastifyReply, baseUrl: string): void {
  reply.clearCookie(cookieNames(baseUrl).signIn, options(baseUrl))
}

/** Somebody whose second factor is still asked for. */
export function setHalfCookie(reply: FastifyReply, baseUrl: string, token: string): void {
  reply.setCookie(cookieNames(baseUrl).half, token, { ...options(baseUrl), maxAge: halfLastsMinutes * 60 })
}

export function clearHalfCookie(reply: FastifyReply, baseUrl: string): void {
  reply.clearCookie(cookieNames(baseUrl).half, options(baseUrl))
}

/** What binds a sign-in at a provider, or with a passkey, to this browser: made once, kept while several tabs sign in. */
export function browserMark(httpRequest: FastifyRequest, reply: FastifyReply, baseUrl: string): string {
  const known = knownBrowserMark(httpRequest, baseUrl)
  const mark = known ?? randomBytes(32).toString('base64url')
  reply.setCookie(cookieNames(baseUrl).provider, mark, { ...options(baseUrl), maxAge: 900 })
  return mark
}

export function knownBrowserMark(httpRequest: FastifyRequest, baseUrl: string): string | null {
  const mark = httpRequest.cookies[cookieNames(baseUrl).provider] ?? ''
  return /^[\w-]{43}$/.test(mark) ? mark : null
}

/** Lax, not strict: a link in a mail or chat opens the ticket without signing in again; nothing is changed by a GET. */
function options(baseUrl: string) {
  return { path: '/', httpOnly: true, secure: isSecure(baseUrl), sameSite: 'lax' } as const
}

function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith('https:')
}
