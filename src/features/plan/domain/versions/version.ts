import type { Instant } from '#features/people/domain/instant.ts'
import type { Role } from '#features/people/domain/person.ts'

export const versionStates = ['draft', 'in-review', 'published', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]

export const planRefusals = [
  'no-published-plan',
  'draft-exists',
  'no-draft',
  'draft-edited',
  'plan-in-review',
  'plan-not-in-review',
  'plan-has-problems',
  'approver-cannot-approve',
  'not-the-approver',
  'not-yours-to-return',
] as const
export type PlanRefusal = (typeof planRefusals)[number]

export type Verdict =
  | { readonly ok: true; readonly value: undefined }
  | {
      readonly ok: false
      readonly refusal: { readonly code: PlanRefusal; readonly problems?: number; readonly by?: string }
    }

/** What the rules need to know of a version on its way to being published. */
export type OpenVersion = {
  readonly state: VersionState
  readonly approverId: string | null
  readonly reviewAskedBy: string | null
}
export type PlanPerson = {
  readonly personId: string
  readonly roles: readonly Role[]
  readonly disabledAt: Instant | null
}

/** Who edits the plan, and whose name can stand under it. */
export const planEditors = ['plan-owner', 'administrator'] as const satisfies readonly Role[]
/** Who reads the published plan: everybody who works on support. */
export const planReaders = [
  'agent',
  'lead',
  'plan-owner',
  'rollout-manager',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]

const yes: Verdict = { ok: true, value: undefined }
const no = (code: PlanRefusal): Verdict => ({ ok: false, refusal: { code } })

/** A plan under review stands still: what is approved is what was read. */
export function maySave(version: OpenVersion): Verdict {
  return version.state === 'draft' ? yes : no('plan-in-review')
}

/** What a file brought, another file replaces; what a person wrote, only when that is meant. */
export function mayReplace(version: OpenVersion, changedBy: string | null, isMeant: boolean): Verdict {
  const verdict = maySave(version)
  if (!verdict.ok || isMeant || changedBy === null) return verdict
  return { ok: false, refusal: { code: 'draft-edited', by: changedBy } }
}

export function mayAskReview(version: OpenVersion, approver: PlanPerson | null, problems: number): Verdict {
  if (version.state !== 'draft') return no('plan-in-review')
  if (!approver || !mayApprove(approver)) return no('approver-cannot-approve')
  return withoutProblems(problems)
}

/** The approver refuses it, or whoever asked for the review takes it back. */
export function mayReturn(version: OpenVersion, person: PlanPerson): Verdict {
  if (version.state !== 'in-review') return no('plan-not-in-review')
  const involved = person.personId === version.approverId || person.personId === version.reviewAskedBy
  return involved ? yes : no('not-yours-to-return')
}

/** Whoever publishes is the approver: under review the one who was named, else someone who may approve. */
export function mayPublish(version: OpenVersion, person: PlanPerson, problems: number): Verdict {
  if (!mayApprove(person)) return no('approver-cannot-approve')
  if (version.state === 'in-review' && person.personId !== version.approverId) return no('not-the-approver')
  return withoutProblems(problems)
}

function withoutProblems(problems: number): Verdict {
  return problems === 0 ? yes : { ok: false, refusal: { code: 'plan-has-problems', problems } }
}

function mayApprove(person: PlanPerson): boolean {
  return person.disabledAt === null && person.roles.some((role) => planEditors.some((editor) => editor === role))
}
