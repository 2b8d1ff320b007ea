import type { Instant } from '#features/people/domain/instant.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What the bell of a person has. */
export type StoredNotice = {
  readonly id: string
  readonly teller: string
  readonly kind: string
  readonly about: string
  readonly occasion: string
  readonly at: Instant
  readonly readAt: Instant | null
}

/** Something for the bell of these persons. */
export type NewNotice = {
  /** The feature that tells: its catalogue has `bell.<kind>`, its `NoticeTeller` shows it. */
  readonly teller: string
  readonly kind: string
  /** The thing of that feature that it is about. */
  readonly about: string
  /** Which time it asks: of one time a person is told once. */
  readonly occasion: string
  readonly to: readonly string[]
  /** Nothing is asked of them: it stands among the news, until the news is read. */
  readonly isNews?: boolean
  /** Whoever has read it is told anew. */
  readonly again?: boolean
}

/** What is no longer asked: all of a thing, or these kinds and times of it. */
export type Over = {
  readonly teller: string
  readonly about: string
  readonly kinds?: readonly string[]
  readonly occasions?: readonly string[]
  /** Of these persons it is still asked. */
  readonly stillOf?: readonly string[]
}

export type NoticeReader = Pick<SignedIn, 'personId' | 'roles' | 'language'>

export type ShownNotice = {
  readonly link: string
  readonly title: string | null
  readonly values?: Readonly<Record<string, string | number>>
}

/** Says of notices of one feature, by their ids, what they are about as this reader may know it; what is not in the answer is not shown. */
export type NoticeTeller = (
  tx: Tx,
  reader: NoticeReader,
  notices: readonly StoredNotice[],
) => Promise<ReadonlyMap<string, ShownNotice>>
