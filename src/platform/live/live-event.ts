import type { SignedIn } from '../http/signed-in.ts'
import type { Audience } from './announce.ts'

export type LiveEvent = {
  readonly seq: number
  readonly orgId: string
  readonly topic: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
  readonly audience: Audience
}

/** Whether this person is told of an event. */
export type MayHear = (signedIn: SignedIn, event: LiveEvent) => boolean

export const inAudience: MayHear = ({ personId, roles }, { audience }) =>
  (audience.persons?.includes(personId) ?? false) ||
  (audience.roles?.some((role) => roles.includes(role)) ?? false)

/** Where a listener has got to: everything of transactions below `xid`, at a moment in seconds. */
export type Position = { readonly xid: bigint; readonly at: number }

/** Events are kept for a day; whoever was away for nearly that long starts afresh. */
export const resumableSeconds = 23 * 3600

export function positionText({ xid, at }: Position): string {
  return `${xid}-${at}`
}

export function readPosition(text: string | undefined): Position | null {
  const match = /^(\d{1,19})-(\d{1,12})$/.exec(text ?? '')
  return match ? { xid: BigInt(match[1] ?? ''), at: Number(match[2]) } : null
}

/** One message of the stream, as bytes: encoded once for all who hear it. */
export function frame(position: Position | null, message: Readonly<Record<string, unknown>>): Buffer {
  const id = position ? `id: ${positionText(position)}\n` : ''
  return Buffer.from(`${id}data: ${JSON.stringify(message)}\n\n`)
}

export function messageOf({ seq, topic, subject, data }: LiveEvent): Readonly<Record<string, unknown>> {
  return { seq, topic, subject, data }
}
