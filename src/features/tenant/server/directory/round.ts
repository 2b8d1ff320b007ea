import {
  addRequesters,
  directoryPersons,
  disableRequesters,
  enableRequesters,
  organisationOf,
  recordChange,
  renameRequesters,
  setGroups,
} from '#features/people/server/actions.ts'
import { normalEmail } from '#features/people/domain/email.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import {
  followingOf,
  judge,
  lately,
  type Verdict,
  withdrawalsOf,
  withoutWithdrawals,
} from '../../domain/directory/brake.ts'
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
import { keepBrake, keptUsers } from '../store/brake.ts'
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
      // Who waits, or may go, is only seen where everything is read.
      whole: isTime(directory.readWholeAt, at) || directory.held !== null || directory.released.length > 0,
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
  // Another round found people to wait for meanwhile, or somebody decided: what changed alone does not tell of them.
  const needsWhole = directory.held !== null || directory.released.length > 0
  if (needsWhole && !read.whole) return 'changed'
  const [groups, before] = await Promise.all([directoryGroups(tx), seenUsers(tx)])
  const now = seenNow(before, groups, read.members, read.news)
  const here = await peopleHere(tx, now)
  const kept = new Set(await keptUsers(tx))
  const all = follow(before, now, groups, here)
  const withdrawals = withdrawalsOf({ before, now, groups, here }, all)
  const verdict = judge(withdrawals, {
    ...{ kept, released: new Set(directory.released), takenAway: directory.takenAway, now: tx.now },
    following: followingOf(before, groups),
  })
  const { stay } = verdict
  const steps =
    stay.size === 0 ? all : follow(before, withoutWithdrawals({ before, now, groups }, stay), groups, here)
  const added = await takeSteps(tx, directory.tenant, steps)
  // Somebody made one of the addresses known meanwhile: the next round finds them.
  if (!added) return 'changed'
  // Who is kept is so until they are back: only where everything was read one sees that.
  const stillKept = read.whole ? [...kept].filter((id) => stay.has(id)) : kept
  await replaceSeen(tx, directory.tenant, steps.remember, new Set(stillKept))
  await brake(tx, directory, verdict)
  for (const group of groups) {
    const changed = groupAfter(tx, group, read)
    if (changed !== group) await putGroup(tx, directory.tenant, changed)
  }
  await forgetDropped(tx)
  await markSucceeded(tx, { ...read, outcome: outcomeOf(steps, read) })
  await tellOfDirectory(tx)
  return 'done'
}

/** Remembers who waits for an administrator, and how many went without asking; that people wait is told once. */
async function brake(
  tx: Tx,
  { tenant, held: before, takenAway }: DirectoryRow,
  { held, taken }: Verdict,
): Promise<void> {
  const went = taken.length === 0 ? [] : [{ at: tx.now, people: taken.length }]
  await keepBrake(tx, {
    held: held.length === 0 ? null : { since: before?.since ?? tx.now, people: held },
    released: [],
    takenAway: [...lately(takenAway, tx.now), ...went],
  })
  if (held.length === 0 || before !== null) return
  await recordChange(tx, {
    ...{ by: null, what: 'directory-withdrawals-held', subject: tenant },
    after: { people: held.length, persons: held.map(({ personId }) => personId) },
  })
  await enqueue(tx, 'tenant.tell-held', {}, { key: `tenant.tell-held ${tx.orgId}`, maxAttempts: 3 })
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
