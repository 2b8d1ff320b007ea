import type { OutboundAnswer } from '#platform/outbound/outbound-http.ts'

/** What an answer of Graph's that says no holds, whatever its shape. */
export type SaidNo = {
  readonly graphCode: string | null
  readonly answer: string
  readonly requestId: string | null
  readonly activityId: string | null
}

/** The body as JSON; undefined where it is none. */
export function jsonOf(body: Uint8Array): unknown {
  const text = Buffer.from(body).toString('utf8').trim()
  if (text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Reads the envelope, the JSON text inside Intune's message, HTML of a gateway, or nothing at all. */
export function readNo({ headers, body }: Pick<OutboundAnswer, 'headers' | 'body'>): SaidNo {
  return readNoBody(jsonOf(body), Buffer.from(body).toString('utf8'), headers.get('request-id'))
}

/** The same of a part of a batch, whose body is read already. */
export function readNoBody(parsed: unknown, text: string, requestIdHeader: string | null): SaidNo {
  const error = field(parsed, 'error')
  const inner = field(error, 'innerError') ?? field(error, 'innererror')
  const message = textOf(field(error, 'message')) ?? (typeof error === 'string' ? error : null)
  const nested = message !== null && message.startsWith('{') ? jsonOf(Buffer.from(message)) : undefined
  const said = textOf(field(nested, 'Message')) ?? textOf(field(nested, 'message')) ?? message
  return {
    graphCode: textOf(field(error, 'code')),
    answer: clean(said ?? withoutTags(text)),
    requestId: requestIdHeader ?? textOf(field(inner, 'request-id')),
    activityId: /Activity ID:\s*([0-9a-f-]{36})/i.exec(said ?? text)?.[1] ?? null,
  }
}

/** Without the ids (which are kept apart) and without addresses, which can hold secrets; cut short. */
export function clean(said: string): string {
  return said
    .replace(/\s*-\s*(?:Operation ID|Activity ID|Url)\b.*$/is, '')
    .replace(/https?:\/\/[^\s"'<>]+/gi, '…')
    .replace(/\b(?:Bearer|Basic)\s+\S+/gi, '…')
    .replace(/\b(client_secret|client_assertion|access_token)=[^&\s]+/gi, '$1=…')
    .replace(/\beyJ[\w-]{6,}(?:\.[\w-]+)*/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400)
}

function withoutTags(text: string): string {
  return text.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/gi, ' ').replace(/<[^>]*>/g, ' ')
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Seconds with or without a fraction, or a date; null where Microsoft does not say. */
export function retryAfterMs(value: string | null | undefined, wallMs: number): number | null {
  if (value === null || value === undefined || value.trim() === '') return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return seconds < 0 ? null : Math.ceil(seconds * 1000)
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - wallMs)
}
