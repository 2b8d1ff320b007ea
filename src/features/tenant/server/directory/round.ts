import {
  addRequesters,
  directoryPersons,
  disableRequesters,
  enableRequesters,
  organisationOf,
  renameRequesters,
  setGroups,
} from '#features/people/server/actions.ts'
import { normalEmail } from '#features/people/domain/email.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { follow, type PersonHere, type Steps } from '../../domain/directory/follow.ts'
import { type SeenUser, seenNow } from '../../domain/directory/seen.ts'
import { graphOf } from '../connection/clients.ts'
import {
  type DirectoryRow,
  directoryGroups,
  findDirectory,
  forgetDropped,
  type GroupRow,
  markBegan,
  markFailed,
  markSucceeded,
  type Outcome,
  putGroup,
  replaceSeen,
  seenUsers,
} from '../store/directory.ts'
import { linkedPersons, linkMany, linksOfPersons } from '../store/persons.ts'
import { type ChangesRead, readChanges } from './read-changes.ts'
import { tellOfDirectory } from './tell-of-directory.ts'

/** Nested groups, and whatever a round of changes may have missed, are found by reading everything once a day. */
const wholeAfterMs = 86_400_000

/**
 * One round: reads what changed in Entra ID, then lets people here follow in one transaction, or not at all. What fails is kept for the
 * page, and nobody is lost by it.
 */
export async function directoryRound(
  platform: Platform,
  orgId: string,
): Promise<'done' | 'off' | 'failed' | 'changed'> {
  const begun = await inOrganisation(platform, orgId, async (tx) => {
    const [directory, groups] = await Promise.all([findDirectory(tx), directoryGroups(tx)])
    if (directory === null || groups.length === 0) return null
    await markBegan(tx)
    await tellOfDirectory(tx)
    return { directory, groups, seen: await seenUsers(tx), at: tx.now }
  })
  if (begun === null) return 'off'
  const { directory, groups, seen, at } = begun
  try {
    const graph = await graphOf(platform, orgId, 'read')
    if (graph === null) {
      await fail(platform, orgId, 'no-registration', null)
      return 'failed'
    }
    const read = await readChanges(graph, {
      groups: groups.flatMap(({ entraGroupId, dropped }) => (dropped ? [] : entraGroupId)),
      usersLink: directory.usersLink,
      groupsLink: directory.groupsLink,
      whole: isTime(directory.readWholeAt, at),
      seen: seen.map(({ entraId }) => entraId),
    })
    return await inOrganisation(platform, orgId, (tx) => apply(tx, directory, read))
  } catch (error) {
    if (!(error instanceof GraphFailure)) {
      await fail(platform, orgId, 'broken-off', null)
      throw error
    }
    platform.log.warn({ code: error.code, status: error.status }, 'people could not be read from Entra ID')
    await fail(platform, orgId, error.code, error.permission)
    return 'failed'
  }
}

function isTime(readWholeAt: Instant | null, now: Instant): boolean {
  return readWholeAt === null || Date.parse(now) - Date.parse(readWholeAt) > wholeAfterMs
}

async function apply(tx: Tx, begun: DirectoryRow, read: ChangesRead): Promise<'done' | 'changed'> {
  const directory = await findDirectory(tx, { lock: true })
  // Somebody chose other groups meanwhile: their round comes next.
  if (directory === null || directory.revision !== begun.revision) return 'changed'
  const [groups, before] = await Promise.all([directoryGroups(tx), seenUsers(tx)])
  const now = seenNow(before, groups, read.members, read.news)
  const here = await peopleHere(tx, now)
  const steps = follow(before, now, groups, here)
  const added = await takeSteps(tx, directory.tenant, steps)
  // Somebody made one of the addresses known meanwhile: the next round finds them.
  if (!added) return 'changed'
  await replaceSeen(tx, directory.tenant, steps.remember)
  for (const group of groups) {
    const changed = groupAfter(tx, group, read)
    if (changed !== group) await putGroup(tx, directory.tenant, changed)
  }
  await forgetDropped(tx)
  await markSucceeded(tx, { ...read, outcome: outcomeOf(steps, read) })
  await tellOfDirectory(tx)
  return 'done'
}

/** Everybody here who is, or by their address may be, one of those who are seen. */
async function peopleHere(tx: Tx, users: readonly SeenUser[]): Promise<readonly PersonHere[]> {
  const links = await linkedPersons(
    tx,
    users.map(({ entraId }) => entraId),
  )
  const addresses = users.flatMap(({ address, signInName }) =>
    [address, signInName].flatMap((one) => (one === null ? [] : (normalEmail(one) ?? []))),
  )
  const persons = await directoryPersons(tx, [...links.keys()], [...new Set(addresses)])
  const all = await linksOfPersons(
    tx,
    persons.map(({ id }) => id),
  )
  return persons.map(({ disabledAt, ...person }) => ({
    ...person,
    disabled: disabledAt !== null,
    entraId: all.get(person.id) ?? null,
  }))
}

/** False where a person could not be added because somebody else just did. */
async function takeSteps(tx: Tx, tenant: string, steps: Steps): Promise<boolean> {
  const { language } = await organisationOf(tx)
  const ids = await addRequesters(
    tx,
    null,
    steps.add.map(({ name, email, groups }) => ({ name, email, groups, language })),
  )
  if (ids === null) return false
  const links = [
    ...steps.link,
    ...steps.add.map(({ entraId }, index) => ({ personId: ids[index] ?? '', entraId })),
  ]
  await linkMany(tx, tenant, links)
  await renameRequesters(tx, steps.rename)
  await setGroups(tx, null, steps.regroup)
  await disableRequesters(
    tx,
    steps.disable.map(({ personId }) => personId),
  )
  await enableRequesters(
    tx,
    steps.enable.map(({ personId }) => personId),
  )
  return true
}

function groupAfter(tx: Tx, group: GroupRow, read: ChangesRead): GroupRow {
  const name = read.names.get(group.entraGroupId) ?? group.name
  const members = read.members.get(group.entraGroupId)
  const missingSince =
    members === undefined ? group.missingSince : members === null ? (group.missingSince ?? tx.now) : null
  return name === group.name && missingSince === group.missingSince ? group : { ...group, name, missingSince }
}

function outcomeOf(steps: Steps, { whole }: ChangesRead): Outcome {
  return {
    added: steps.add.length,
    linked: steps.link.length,
    renamed: steps.rename.length,
    regrouped: steps.regroup.length,
    disabled: steps.disable.length,
    enabled: steps.enable.length,
    unreadable: steps.unreadable.length,
    whole,
  }
}

function fail(platform: Platform, orgId: string, code: string, permission: string | null): Promise<void> {
  return inOrganisation(platform, orgId, async (tx) => {
    await markFailed(tx, code, permission)
    await tellOfDirectory(tx)
  })
}
