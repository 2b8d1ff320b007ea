import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import { guardedLookup, isAllowedAddress, OutboundRefused } from '#platform/outbound/guard.ts'

/** What the other side made of a card. */
export type CardAnswer =
  | { readonly ok: true; readonly answer: string }
  /** `retryable`: the same can succeed later without anybody changing anything. */
  | { readonly ok: false; readonly answer: string; readonly retryable: boolean }

const longestMs = 15_000
const mostAnswerBytes = 2000

/**
 * Posts a message to a channel by the address of its Workflows webhook. The address is a secret: no answer of this function has it
 * in it. Follows no redirect.
 */
export async function postCard(
  url: string,
  message: unknown,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Promise<CardAnswer> {
  const { hostname } = new URL(url)
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isAllowedAddress(literal, { allowPrivate }))
    return { ok: false, answer: 'address-not-allowed', retryable: false }
  const dispatcher = new Agent({ connect: { lookup: guardedLookup({ allowPrivate }), timeout: longestMs } })
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      headersTimeout: longestMs,
      bodyTimeout: longestMs,
    })
    const said = (await firstBytes(body)).replaceAll(url, '…').replace(/\bsig=[^&\s"]+/g, 'sig=…')
    const answer = `HTTP ${statusCode}${said === '' ? '' : `: ${said}`}`
    if (statusCode >= 200 && statusCode < 300) return { ok: true, answer }
    return { ok: false, answer, retryable: statusCode === 429 || statusCode >= 500 }
  } catch (error) {
    if (error instanceof OutboundRefused)
      return { ok: false, answer: error.code, retryable: error.code === 'name-not-found' }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no-answer'
    return { ok: false, answer: code, retryable: true }
  } finally {
    await dispatcher.destroy()
  }
}

async function firstBytes(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    parts.push(part)
    length += part.length
    if (length >= mostAnswerBytes) break
  }
  return Buffer.concat(parts).subarray(0, mostAnswerBytes).toString('utf8').trim()
}
