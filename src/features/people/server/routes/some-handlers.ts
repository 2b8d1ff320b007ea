import type { peopleContract } from '#features/people/contract.ts'
import type { Handlers } from '#platform/http/contract-types.ts'

type All = Handlers<typeof peopleContract>

/** The handlers of some routes of this feature's contract, typed by it. */
export type SomeHandlers<Key extends keyof All> = { readonly [One in Key]: All[One] }
