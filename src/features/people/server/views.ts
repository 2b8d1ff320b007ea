import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import {
  mayAdminister,
  mayCertify,
  mayEndCertification,
  mayEndMembership,
  maySetMembership,
  mayPlanAbsence,
} from '#features/people/domain/authority.ts'
import type { Me, Organisation, PersonSummary, PersonView, Team } from '#features/people/contract/views.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { subjectFrom } from './judged.ts'
import { practisedRoles } from '#features/people/domain/person.ts'
import { factorsOf } from './second-factor.ts'
import { findMeans } from './store/credentials.ts'
import { findOrganisation, type OrganisationRow } from './store/organisations.ts'
import type { PersonRow } from './store/persons.ts'
import { findFactors } from './store/second-factors.ts'
import { findAbsences, type TeamRow } from './store/teams.ts'

type In<Schema extends z.ZodType> = z.input<Schema>

export function organisationView({
  id,
  slug,
  name,
  language,
  timeZone,
  secondFactorFor,
  setUpAt,
}: OrganisationRow): In<typeof Organisation> {
  return { id, slug, name, language, timeZone, secondFactorFor, setUp: setUpAt !== null }
}

export async function meView(
  tx: Tx,
  person: PersonRow,
  {
    lacksSecondFactor,
    practising = false,
  }: { readonly lacksSecondFactor: boolean; readonly practising?: boolean },
): Promise<Me> {
  const { id, name, email, language, theme, roles, teams } = person
  return {
    id,
    name,
    email,
    language,
    theme,
    roles: practising ? roles.filter((role) => practisedRoles.includes(role)) : [...roles],
    teams: [...teams],
    organisation: organisationView(await findOrganisation(tx)),
    lacksSecondFactor,
    practising,
  }
}

export function summaryView(person: PersonRow): PersonSummary {
  const { id, name, email, language, roles, teams, absent } = person
  return { id, name, email, language, roles: [...roles], teams: [...teams], state: stateOf(person), absent }
}

function stateOf({ disabledAt, joinedAt }: PersonRow): PersonSummary['state'] {
  if (disabledAt !== null) return 'disabled'
  return joinedAt === null ? 'invited' : 'active'
}

/** A person as `actor` may see them: why somebody is away, and how they sign in, is not for every colleague. */
export async function personView(tx: Tx, actor: PersonActor, person: PersonRow): Promise<PersonView> {
  const subject = subjectFrom(person)
  const may = {
    administer: mayAdminister(actor).ok,
    certify: mayCertify(actor, subject).ok,
    endCertification: mayEndCertification(actor, subject).ok,
    planAbsence: mayPlanAbsence(actor, subject).ok,
  }
  const absences = await findAbsences(tx, person.id)
  return {
    ...summaryView(person),
    groups: [...person.groups],
    certifications: person.certifications.map((one) => ({ ...one })),
    absences: absences.map((one) => ({ ...one, reason: may.planAbsence ? one.reason : null })),
    signsInWith: may.administer ? await findMeans(tx, person.id) : [],
    secondFactors: may.administer ? factorsOf(await findFactors(tx, person.id)) : [],
    may,
  }
}

export function teamView(actor: PersonActor, team: TeamRow): Team {
  const someMember = { id: '', roles: ['agent'], teams: [], disabled: false } as const
  const { key } = team
  return {
    key,
    name: team.name,
    members: [...team.members],
    may: {
      rename: mayAdminister(actor).ok,
      setMembers:
        maySetMembership(actor, someMember, { team: key, isLead: false, wasLead: false }).ok &&
        mayEndMembership(actor, { team: key, wasLead: false }).ok,
      setLeads: maySetMembership(actor, someMember, { team: key, isLead: true, wasLead: false }).ok,
    },
  }
}
