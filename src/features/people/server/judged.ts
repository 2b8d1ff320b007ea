import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Subject } from '#features/people/domain/authority.ts'
import type { Verdict } from '#features/people/domain/verdict.ts'
import { no } from '#features/people/domain/verdict.ts'
import { Forbidden, NotFound, Refused } from '#platform/errors.ts'
import type { PersonRow } from './store/persons.ts'

/** Who does something to people: a person, or Tierwise itself (the command line, incoming mail, the demo). */
export type By = PersonActor | 'tierwise'

export function idOf(by: By): string | null {
  return by === 'tierwise' ? null : by.personId
}

/** What the rules need to know of somebody who acts. A disabled person may do nothing. */
export function actorFrom(person: PersonRow): PersonActor {
  if (person.disabledAt !== null) {
    return { kind: 'person', personId: person.id, roles: [], teams: [], leads: [], certifications: [] }
  }
  const isLead = person.roles.includes('lead')
  return {
    kind: 'person',
    personId: person.id,
    roles: person.roles,
    teams: person.teams.map((one) => one.team),
    leads: person.teams.filter((one) => one.isLead && isLead).map((one) => one.team),
    certifications: person.certifications,
  }
}

export function subjectFrom(person: PersonRow): Subject {
  return {
    id: person.id,
    roles: person.roles,
    teams: person.teams.map((one) => one.team),
    disabled: person.disabledAt !== null,
  }
}

/** The value of a verdict; who is not allowed hears 403, any other no is a refusal with its reason. */
export function must<Value>(verdict: Verdict<Value>): Value {
  if (verdict.ok) return verdict.value
  if (verdict.refusal.code === 'not-allowed') throw new Forbidden('not-allowed')
  throw new Refused(verdict.refusal)
}

/** Asks the rule, unless Tierwise itself acts. */
export function mustBeAllowed(by: By, rule: (actor: PersonActor) => Verdict): void {
  if (by !== 'tierwise') must(rule(by))
}

export function refuse(code: Parameters<typeof no>[0]): never {
  return must(no(code))
}

export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
