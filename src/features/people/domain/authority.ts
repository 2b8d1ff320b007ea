import { hasRole, type PersonActor } from './actor.ts'
import type { Instant } from './instant.ts'
import type { Role } from './person.ts'
import { allowed, no, type Verdict } from './verdict.ts'

/** The person a rule is about, as far as the rules look. */
export type Subject = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teams: readonly string[]
  readonly disabled: boolean
}

const isAdministrator = (actor: PersonActor) => hasRole(actor, 'administrator')

export function mayAdminister(actor: PersonActor): Verdict {
  return isAdministrator(actor) ? allowed : no('not-allowed')
}

/** Roles are given and taken by an administrator; an organisation always keeps one who can sign in. */
export function mayChangeRoles(
  actor: PersonActor,
  subject: Subject,
  wanted: readonly Role[],
  otherAdministrators: number,
): Verdict {
  if (!isAdministrator(actor)) return no('not-allowed')
  const loses = subject.roles.includes('administrator') && !wanted.includes('administrator')
  return loses && !subject.disabled && otherAdministrators === 0 ? no('last-administrator') : allowed
}

export function mayDisable(actor: PersonActor, subject: Subject, otherAdministrators: number): Verdict {
  if (!isAdministrator(actor)) return no('not-allowed')
  const isLast = subject.roles.includes('administrator') && !subject.disabled && otherAdministrators === 0
  return isLast ? no('last-administrator') : allowed
}

export function leadsTeam(actor: PersonActor, team: string): boolean {
  return hasRole(actor, 'lead') && actor.leads.includes(team)
}

/** A lead takes colleagues in and lets them go; who leads a team is for the administrator. */
export function maySetMembership(
  actor: PersonActor,
  subject: Subject,
  membership: { readonly team: string; readonly isLead: boolean; readonly wasLead: boolean },
): Verdict {
  if (isAdministrator(actor)) return subject.disabled ? no('person-disabled') : allowed
  if (!leadsTeam(actor, membership.team)) return no('not-allowed')
  if (membership.isLead !== membership.wasLead) return no('not-allowed')
  if (subject.disabled) return no('person-disabled')
  return subject.roles.includes('agent') ? allowed : no('not-an-agent')
}

export function mayEndMembership(
  actor: PersonActor,
  membership: { readonly team: string; readonly wasLead: boolean },
): Verdict {
  if (isAdministrator(actor)) return allowed
  return leadsTeam(actor, membership.team) && !membership.wasLead ? allowed : no('not-allowed')
}

/** A lead certifies members of their own team, never themselves; an administrator anyone. */
export function mayCertify(actor: PersonActor, subject: Subject): Verdict {
  if (subject.disabled)
    return isAdministrator(actor) || leadsOneOf(actor, subject) ? no('person-disabled') : no('not-allowed')
  if (isAdministrator(actor)) return allowed
  return subject.id !== actor.personId && leadsOneOf(actor, subject) ? allowed : no('not-allowed')
}

/** How long somebody can work in a tier without training: until the next course, not instead of it. */
export const longestOverrideDays = 42

export function mayOverrideUntil(from: Instant, until: Instant | null): Verdict {
  if (until === null) return no('override-needs-end')
  const most = Date.parse(from) + longestOverrideDays * 86_400_000
  return Date.parse(until) <= most ? allowed : no('override-too-long')
}

export function mayEndCertification(actor: PersonActor, subject: Subject): Verdict {
  return isAdministrator(actor) || leadsOneOf(actor, subject) ? allowed : no('not-allowed')
}

/** Absence is for the person, their lead and the administrator; so is its reason, which may be private. */
export function mayPlanAbsence(actor: PersonActor, subject: Subject): Verdict {
  return actor.personId === subject.id || isAdministrator(actor) || leadsOneOf(actor, subject)
    ? allowed
    : no('not-allowed')
}

function leadsOneOf(actor: PersonActor, subject: Subject): boolean {
  return subject.teams.some((team) => leadsTeam(actor, team))
}
