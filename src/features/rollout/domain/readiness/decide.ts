import type { Role } from '#features/people/domain/person.ts'
import type { Readiness } from './figure.ts'

export const decisionOutcomes = ['go', 'conditional', 'no-go'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** Whose name can stand under it: who answers for the rollout or the plan. An administrator keeps the desk, and decides on no wave. */
export const signers = ['rollout-manager', 'plan-owner'] as const satisfies readonly Role[]

export const decisionRefusals = [
  'go-with-failures',
  'conditions-missing',
  'conditions-without-reason',
  'wave-over',
  'figures-changed',
  'condition-not-yours',
  'condition-met',
] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

export type Decision = {
  readonly outcome: DecisionOutcome
  readonly conditions: readonly { readonly text: string; readonly owner: string; readonly due: string }[]
}

/**
 * Whether this can be signed. One signature is enough: the figures are Tierwise's own and are frozen with it, so that a second pair of
 * eyes can see afterwards what was known; who moved a wave and who decides on it may be the same person, as in most teams they are.
 * What the figures say cannot be passed over in silence, though: where one fails a go has conditions, each with an owner and a day.
 */
export function maySign(
  decision: Decision,
  readiness: Pick<Readiness, 'fails'>,
  wave: { readonly ends: string },
  today: string,
):
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly refusal: { readonly code: DecisionRefusal; readonly count?: number } } {
  const no = (code: DecisionRefusal, count?: number) =>
    ({ ok: false, refusal: { code, ...(count === undefined ? {} : { count }) } }) as const
  if (today > wave.ends) return no('wave-over')
  if (decision.outcome === 'go' && readiness.fails > 0) return no('go-with-failures', readiness.fails)
  if (decision.outcome === 'conditional' && decision.conditions.length === 0) return no('conditions-missing')
  if (decision.outcome !== 'conditional' && decision.conditions.length > 0) return no('conditions-without-reason')
  return { ok: true, value: undefined }
}

/** A condition is met by its owner, or by who may sign. */
export function mayMeet(
  ownerId: string,
  person: { readonly id: string; readonly roles: readonly string[] },
): boolean {
  return person.id === ownerId || signers.some((role) => person.roles.includes(role))
}
