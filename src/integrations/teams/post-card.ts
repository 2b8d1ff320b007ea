import { OutboundRefused } from '#platform/outbound/guard.ts'
import { callOutside, OutboundFailed } from '#platform/outbound/outbound-http.ts'

/** What the other side made of a card. */
export type CardAnswer =
  | { readonly ok: true; readonly answer: string }
  /** `retryable`: the same can succeed later without anybody changing anything. */
  | { readonly ok: false; readonly answer: string; readonly retryable: boolean }

/**
 * Posts a message to a channel by the address of its Workflows webhook. The address is a secret: no answer of this function has it
 * in it.
 */
export async function postCard(
  url: string,
  message: unknown,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Promise<CardAnswer> {
  try {
    const { status, body } = await callOutside(
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        timeoutMs: 15_000,
        maxBytes: 100_000,
      },
      { allowPrivate },
    )
    const said = Buffer.from(body)
      .toString('utf8')
      .replaceAll(url, '…')
      .replace(/\bsig=[^&\s"]+/g, 'sig=…')
    const answer = `HTTP ${status}${said.trim() === '' ? '' : `: ${said.trim().slice(0, 500)}`}`
    if (status >= 200 && status < 300) return { ok: true, answer }
    return { ok: false, answer, retryable: status === 429 || status >= 500 }
  } catch (error) {
    if (error instanceof OutboundRefused)
      return { ok: false, answer: error.code, retryable: error.code === 'name-not-found' }
    if (!(error instanceof OutboundFailed)) throw error
    return { ok: false, answer: error.code, retryable: error.code !== 'needs-tls' }
  }
}
