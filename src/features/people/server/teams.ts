import { mayAdminister, mayEndMembership, maySetMembership } from '#features/people/domain/authority.ts'
import { inOrder } from '#features/people/domain/person.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announceChange } from './announce-change.ts'
import { type By, found, idOf, mustBeAllowed, refuse, subjectFrom } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { findPerson, updatePerson } from './store/persons.ts'
import {
  deleteMembership,
  deleteTeam,
  findTeams,
  insertTeam,
  putMembership,
  renameTeam,
  type TeamRow,
} from './store/teams.ts'

type TeamName = { readonly nl: string; readonly en: string }

export async function addTeam(
  tx: Tx,
  by: By,
  given: { readonly key: string; readonly name: TeamName },
): Promise<TeamRow> {
  mustBeAllowed(by, mayAdminister)
  const team = { key: given.key, name: cleanName(given.name) }
  if (!(await insertTeam(tx, team))) refuse('team-key-taken')
  await recordChange(tx, { by: idOf(by), what: 'team-added', subject: team.key, after: { name: team.name } })
  await announceChange(tx, team.key)
  return teamOf(tx, team.key)
}

export async function changeTeam(tx: Tx, by: By, key: string, given: TeamName): Promise<TeamRow> {
  mustBeAllowed(by, mayAdminister)
  const before = await teamOf(tx, key)
  const name = cleanName(given)
  await renameTeam(tx, { key, name })
  await recordChange(tx, {
    by: idOf(by),
    what: 'team-renamed',
    subject: key,
    before: { name: before.name },
    after: { name },
  })
  await announceChange(tx, key)
  return teamOf(tx, key)
}

export async function removeTeam(tx: Tx, by: By, key: string): Promise<void> {
  mustBeAllowed(by, mayAdminister)
  const team = await teamOf(tx, key)
  if (team.members.length > 0) refuse('team-in-use')
  await deleteTeam(tx, key)
  await recordChange(tx, { by: idOf(by), what: 'team-removed', subject: key, before: { name: team.name } })
  await announceChange(tx, key)
}

/** Takes somebody in, or makes a member lead. The roles that belong to it come along: agent, and lead for a lead. */
export async function setMembership(
  tx: Tx,
  by: By,
  { team: key, personId, isLead }: { readonly team: string; readonly personId: string; readonly isLead: boolean },
): Promise<TeamRow> {
  const team = await teamOf(tx, key)
  const person = found(await findPerson(tx, personId))
  const member = team.members.find((one) => one.id === personId)
  const wasLead = member?.isLead ?? false
  mustBeAllowed(by, (actor) => maySetMembership(actor, subjectFrom(person), { team: key, isLead, wasLead }))
  const roles = inOrder([...person.roles, 'agent', ...(isLead ? (['lead'] as const) : [])])
  if (roles.length !== person.roles.length) {
    await updatePerson(tx, personId, { roles })
    await recordChange(tx, {
      by: idOf(by),
      what: 'person-changed',
      subject: personId,
      before: { roles: person.roles },
      after: { roles },
    })
  }
  if (!member || wasLead !== isLead) {
    await putMembership(tx, { team: key, personId, isLead })
    await recordChange(tx, {
      by: idOf(by),
      what: 'membership-set',
      subject: personId,
      ...(member ? { before: { team: key, isLead: wasLead } } : {}),
      after: { team: key, isLead },
    })
    await announceChange(tx, personId)
  }
  return teamOf(tx, key)
}

export async function endMembership(tx: Tx, by: By, key: string, personId: string): Promise<TeamRow> {
  const team = await teamOf(tx, key)
  const member = found(team.members.find((one) => one.id === personId))
  mustBeAllowed(by, (actor) => mayEndMembership(actor, { team: key, wasLead: member.isLead }))
  await deleteMembership(tx, key, personId)
  await recordChange(tx, {
    by: idOf(by),
    what: 'membership-ended',
    subject: personId,
    before: { team: key, isLead: member.isLead },
  })
  await announceChange(tx, personId)
  return teamOf(tx, key)
}

export async function teamOf(tx: Tx, key: string): Promise<TeamRow> {
  const [team] = await findTeams(tx, key)
  return found(team)
}

function cleanName({ nl, en }: TeamName): TeamName {
  return { nl: normalName(nl) ?? refuse('name-not-valid'), en: normalName(en) ?? refuse('name-not-valid') }
}
