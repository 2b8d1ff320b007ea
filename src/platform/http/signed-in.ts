import type { FastifyRequest } from 'fastify'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * Who acts. The platform needs no more than this; the feature that signs people in adds what it knows
 * by declaration merging: `declare module '#platform/http/signed-in.ts' { interface SignedIn { actor: … } }`.
 */
export interface SignedIn {
  readonly orgId: string
  readonly personId: string
  readonly language: Language
  readonly roles: readonly string[]
  /** The sign-in or API token that proves it. */
  readonly signInId: string
}

/** What the composition root tells the HTTP server about people. */
export type Identification = {
  /** Who sends this httpRequest, by cookie or token; null for nobody, also when the proof is worthless. */
  readonly authenticate: (httpRequest: FastifyRequest) => Promise<SignedIn | null>
  /** Which of these (all of one organisation) still hold. Asked every few seconds for everyone who listens. */
  readonly stillSignedIn: (orgId: string, signInIds: readonly string[]) => Promise<ReadonlySet<string>>
}
