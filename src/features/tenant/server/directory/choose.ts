import { recordChange } from '#features/people/server/actions.ts'
import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { searchGroups } from '#integrations/microsoft-graph/read/directory.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { graphOf } from '../connection/clients.ts'
import { directoryGroups, findDirectory, nextRevision, peoplePerGroup, putGroup } from '../store/directory.ts'
import { findTenant } from '../store/tenants.ts'
import { withdrawalsShown } from './shown-withdrawals.ts'
import { tellOfDirectory } from './tell-of-directory.ts'

type Chosen = { readonly entraGroupId: string; readonly name: string; readonly key: string }

/** Chooses the groups that people follow, and begins a round. Who is in none of them any more leaves them then. */
export async function chooseGroups(tx: Tx, by: string, chosen: readonly Chosen[]): Promise<void> {
  const tenant = await findTenant(tx, { lock: true })
  if (tenant === null) throw new Refused({ code: 'no-tenant' })
  chosen.forEach(({ entraGroupId, key }, index) => {
    if (chosen.findIndex((one) => one.entraGroupId === entraGroupId) !== index) {
      throw new InvalidInput([{ path: `groups.${index}.entraGroupId`, code: 'group-twice' }])
    }
    if (chosen.findIndex((one) => one.key === key) !== index) {
      throw new InvalidInput([{ path: `groups.${index}.key`, code: 'group-key-twice' }])
    }
  })
  const before = await directoryGroups(tx)
  await nextRevision(tx, tenant.id)
  const fresh = { missing: false, missingSince: null, dropped: false, formerKey: null }
  for (const group of chosen) {
    const known = before.find((one) => one.entraGroupId === group.entraGroupId)
    const formerKey = known && known.key !== group.key ? known.key : (known?.formerKey ?? null)
    await putGroup(tx, tenant.id, { ...fresh, ...known, ...group, formerKey, dropped: false })
  }
  for (const group of before) {
    const stays = chosen.some(({ entraGroupId }) => entraGroupId === group.entraGroupId)
    if (!stays) await putGroup(tx, tenant.id, { ...group, dropped: true })
  }
  await recordChange(tx, {
    by,
    what: 'directory-groups-chosen',
    subject: tenant.id,
    before: { groups: before.flatMap(({ dropped, name, key }) => (dropped ? [] : { name, key })) },
    after: { groups: chosen.map(({ name, key }) => ({ name, key })) },
  })
  await askForRound(tx)
  await tellOfDirectory(tx)
}

export function askForRound(tx: Tx): Promise<void> {
  return enqueue(tx, 'tenant.directory', {}, { key: `tenant.directory ${tx.orgId}`, maxAttempts: 3 })
}

/** A round now, by hand. */
export async function roundNow(tx: Tx): Promise<void> {
  const directory = await findDirectory(tx)
  if (directory === null || (await directoryGroups(tx)).length === 0)
    throw new Refused({ code: 'no-groups-chosen' })
  await askForRound(tx)
}

/** Groups in Entra ID whose name begins so. */
export async function groupsInEntra(
  platform: Platform,
  orgId: string,
  begins: string,
): Promise<readonly { readonly entraGroupId: string; readonly name: string }[]> {
  const graph = await graphOf(platform, orgId, 'read')
  if (graph === null) throw new Refused({ code: 'no-tenant' })
  try {
    const groups = await searchGroups(graph, { begins, limit: 50, signal: AbortSignal.timeout(15_000) })
    return groups.flatMap(({ id, name }) => (name === null ? [] : { entraGroupId: id, name }))
  } catch (error) {
    platform.log.warn({ err: error }, 'groups could not be read from Entra ID')
    if (error instanceof GraphFailure && error.code === 'permission-missing') {
      throw new Refused({ code: 'groups-not-permitted' })
    }
    throw new Refused({ code: 'groups-not-readable' })
  }
}

export async function directoryView(tx: Tx): Promise<DirectoryView> {
  const [directory, groups, people] = await Promise.all([
    findDirectory(tx),
    directoryGroups(tx),
    peoplePerGroup(tx),
  ])
  const shown = groups.filter(({ dropped }) => !dropped)
  const isRunning =
    directory !== null &&
    directory.beganAt !== null &&
    (directory.endedAt === null || directory.beganAt > directory.endedAt)
  return {
    state:
      directory === null || shown.length === 0
        ? 'off'
        : isRunning
          ? 'running'
          : directory.code !== null
            ? 'failed'
            : directory.succeededAt === null
              ? 'waiting'
              : 'works',
    groups: shown.map(({ entraGroupId, name, key, missingSince }) => ({
      entraGroupId,
      name,
      key,
      people: people.get(entraGroupId) ?? 0,
      missingSince,
    })),
    succeededAt: directory?.succeededAt ?? null,
    endedAt: directory?.endedAt ?? null,
    failure: directory?.code ? { code: directory.code, permission: directory.permission } : null,
    outcome: directory?.outcome ?? null,
    ...(await withdrawalsShown(tx, directory)),
  }
}
