import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** What bridges need of features that they do not know; given by the composition root. */
export type BridgeServices = {
  /** Whether any mailbox of the organisation sends. Without one, nobody is told by mail. */
  readonly mailIsSetUp: (tx: Tx) => Promise<boolean>
  /** Who makes online meetings. Without it links are typed in. */
  readonly meetings?: MeetingProvider
}

export type OnlineMeeting = {
  /** A person; the meeting is made in their name. */
  readonly organiserPersonId: string
  readonly subject: string
  readonly starts: Instant
  readonly ends: Instant
}
/** `key`: what it is for. Asked for again under the same key, the provider gives the meeting that it made. */
type OnlineMeetingToMake = OnlineMeeting & { readonly key: string }
/** As the provider knows it. */
export type ProvidedMeeting = { readonly link: string; readonly id: string; readonly organiserEntraId: string }
export type Provided<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `retryable`: the same can succeed later without anybody changing anything. */
  | { readonly ok: false; readonly no: { readonly code: string; readonly retryable: boolean } }

type Known = Pick<ProvidedMeeting, 'id' | 'organiserEntraId'>

/** Makes, moves and takes away online meetings, outside any transaction. */
export type MeetingProvider = {
  readonly isThere: (tx: Tx) => Promise<boolean>
  readonly create: (
    platform: Platform,
    orgId: string,
    wanted: OnlineMeetingToMake,
  ) => Promise<Provided<ProvidedMeeting>>
  readonly move: (
    platform: Platform,
    orgId: string,
    known: Known,
    to: Omit<OnlineMeeting, 'organiserPersonId'>,
  ) => Promise<Provided<null>>
  readonly cancel: (platform: Platform, orgId: string, known: Known) => Promise<Provided<null>>
}
