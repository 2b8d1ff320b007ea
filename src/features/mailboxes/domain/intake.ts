/** What is known of a mail once it has been read. */
export type Arrived = {
  /** Who or what wrote it. */
  readonly kind: MailKind
  /** More than one sender is named, as forgers do. */
  readonly severalSenders: boolean
  readonly sender: Sender | null
  readonly thread: Thread
  readonly unknownSenders: UnknownSenders
}

export const mailKinds = ['person', 'automatic', 'out-of-office', 'list', 'own', 'bounce'] as const
export type MailKind = (typeof mailKinds)[number]

export const unknownSenders = ['open', 'quarantine'] as const
export type UnknownSenders = (typeof unknownSenders)[number]

/** A person whom this address belongs to. */
export type Sender = { readonly personId: string; readonly disabled: boolean; readonly isStaff: boolean }

export type Thread = null | {
  readonly ticketId: string
  readonly requesterId: string
  readonly isClosed: boolean
  readonly canReopen: boolean
  /** The mail proves that it answers what was sent to this very sender. */
  readonly isProven: boolean
}

export type Outcome =
  | { readonly do: 'open'; readonly requester: 'known' | 'new' }
  | { readonly do: 'answer' | 'reopen' | 'note'; readonly ticketId: string }
  | { readonly do: 'ignore'; readonly reason: Exclude<MailKind, 'person'> }
  | { readonly do: 'quarantine'; readonly reason: QuarantineReason }

export const quarantineReasons = [
  'several-senders',
  'sender-disabled',
  'unknown-sender',
  'reply-from-someone-else',
  'ticket-closed',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/**
 * What a mail brings about. Only a person's mail touches a ticket; nobody gets into a ticket that is not theirs by
 * writing a mail; and what is not clear is set aside for people to see, never dropped.
 */
export function decideIntake({ kind, severalSenders, sender, thread, unknownSenders: policy }: Arrived): Outcome {
  if (kind !== 'person') return { do: 'ignore', reason: kind }
  if (severalSenders) return { do: 'quarantine', reason: 'several-senders' }
  if (sender?.disabled === true) return { do: 'quarantine', reason: 'sender-disabled' }
  if (thread !== null) return decideReply(thread, sender) ?? { do: 'open', requester: 'known' }
  if (sender !== null) return { do: 'open', requester: 'known' }
  return policy === 'open' ? { do: 'open', requester: 'new' } : { do: 'quarantine', reason: 'unknown-sender' }
}

/** Null: the ticket is over for good, and this starts a new one. */
function decideReply(thread: NonNullable<Thread>, sender: Sender | null): Outcome | null {
  const { ticketId, requesterId, isClosed, canReopen, isProven } = thread
  if (sender !== null && sender.personId === requesterId) {
    if (!isClosed) return { do: 'answer', ticketId }
    return canReopen ? { do: 'reopen', ticketId } : null
  }
  // Staff answer the desk's own notices; what they write stays inside.
  if (sender?.isStaff === true && isProven) {
    return isClosed ? { do: 'quarantine', reason: 'ticket-closed' } : { do: 'note', ticketId }
  }
  return { do: 'quarantine', reason: 'reply-from-someone-else' }
}
