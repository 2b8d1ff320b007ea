import type { Instant } from '#features/people/domain/instant.ts'

export const answers = ['accepted', 'declined', 'tentative'] as const
export type Answer = (typeof answers)[number]

/** What arrived, as far as it can be read. */
export type ArrivedReply = {
  readonly method: 'REPLY' | 'COUNTER' | 'REFRESH'
  /** In lower case, of the mail itself. */
  readonly sender: string
  /** In lower case; null where the reply names nobody. */
  readonly attendee: string | null
  readonly answer: Answer | null
  /** One of a series, by when the series has it; null: all of it. */
  readonly occurrence: { readonly starts: Instant | null } | null
  readonly sequence: number | null
  readonly stamp: Instant | null
}

/** What the invitation knows of the person who is said to answer. */
export type Invited = {
  readonly addresses: readonly string[]
  readonly state: 'invited' | 'withdrawn'
  /** The first sequence under which it takes place at the time it does now. */
  readonly timeSequence: number
  /** When their calendar made the answer that is known, for all of it or for this occurrence. */
  readonly lastStamp: Instant | null
  /** Beginnings of everything in it. */
  readonly occurrences: readonly Instant[]
}

export type ReplyOutcome = 'noted' | 'someone-else' | 'outdated' | 'not-readable' | 'not-invited'

/** Whether an answer counts. Everybody answers for themselves, about what they were last told, and the newest answer holds. */
export function judgeReply(reply: ArrivedReply, invited: Invited | null): ReplyOutcome {
  if (invited === null) return 'someone-else'
  const { addresses } = invited
  if (!addresses.includes(reply.sender)) return 'someone-else'
  if (reply.attendee !== null && !addresses.includes(reply.attendee)) return 'someone-else'
  if (invited.state === 'withdrawn') return 'not-invited'
  if (reply.answer === null || reply.method === 'REFRESH') return 'not-readable'
  if (reply.occurrence !== null) {
    const { starts } = reply.occurrence
    if (starts === null) return 'not-readable'
    if (!invited.occurrences.includes(starts)) return 'outdated'
  }
  if (reply.sequence !== null && reply.sequence < invited.timeSequence) return 'outdated'
  if (reply.stamp !== null && invited.lastStamp !== null && reply.stamp < invited.lastStamp) return 'outdated'
  return 'noted'
}
