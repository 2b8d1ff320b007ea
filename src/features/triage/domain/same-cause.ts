/** The cause that a ticket belongs to; null where it has none. */
export type HeldCause = { readonly id: string; readonly open: boolean } | null

/** What it means that two tickets have the same cause. */
export type SameCause =
  /** They are of one cause already. */
  | { readonly kind: 'of-one' }
  /** The one joins the cause of the other. */
  | { readonly kind: 'join'; readonly causeId: string; readonly joins: 'this' | 'other' }
  /** Neither has one: the two make one. */
  | { readonly kind: 'make' }
  /** Each keeps its own, or one has a cause that is closed: they are linked and no more. */
  | { readonly kind: 'apart' }

/** What happens to this ticket and another of which somebody says that they have the same cause. A ticket has one cause, and keeps it. */
export function sameCause(mine: HeldCause, other: HeldCause): SameCause {
  if (mine === null && other === null) return { kind: 'make' }
  if (mine !== null && other !== null) return { kind: mine.id === other.id ? 'of-one' : 'apart' }
  if (other !== null) return other.open ? { kind: 'join', causeId: other.id, joins: 'this' } : { kind: 'apart' }
  return mine?.open ? { kind: 'join', causeId: mine.id, joins: 'other' } : { kind: 'apart' }
}
