import type { PersonActor } from '#features/people/domain/actor.ts'

declare module '#platform/http/signed-in.ts' {
  interface SignedIn {
    /** Everything the rules need to judge what this person may do, as of this httpRequest. */
    readonly actor: PersonActor
    readonly by: 'cookie' | 'api-token'
    /** Only what sets up a second factor is open to them. */
    readonly lacksSecondFactor: boolean
    /** This httpRequest acts in the practice organisation, or on their own behalf from within it. */
    readonly practising: boolean
  }
}

/** With what this feature adds, also where nothing else of it is looked at. */
export type { SignedIn } from '#platform/http/signed-in.ts'
