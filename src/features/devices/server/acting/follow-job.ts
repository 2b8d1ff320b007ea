import { graphOf } from '#features/tenant/server/actions.ts'
import { GraphFailure, type GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { type ManagedDevice, readDevice } from '#integrations/microsoft-graph/read/devices.ts'
import { logCollectionsOf } from '#integrations/microsoft-graph/read/diagnostics.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { enqueue, type Job, type JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import {
  follow,
  followDiagnostics,
  type Followed,
  intuneNames,
  isSince,
  nextLook,
} from '../../domain/actions/follow.ts'
import type { DeviceServices } from '../services.ts'
import { findAction, keepLocation, keepPending } from '../store/device-actions.ts'
import { fetchDiagnostics } from './diagnostics.ts'
import { endWith } from './end.ts'
import { locationContext } from './location.ts'
import { tellActions } from './tell-actions.ts'

type OfAction = JobPayload & { readonly id: string }

/** Looks what became of it, until it is over; ever less often while the device is away. */
export function followJob(services: DeviceServices): Job {
  return async (platform, { orgId, id }: OfAction) => {
    const asked = await inOrganisation(platform, orgId, (tx) => findAction(tx, id))
    if (asked?.state !== 'pending' || asked.sentAt === null) return
    const graph = (await graphOf(platform, orgId, 'read')) ?? (await graphOf(platform, orgId, 'act'))
    const seen = graph === null ? null : await look(platform, orgId, services, graph, asked)
    if (seen === 'over') return
    await inOrganisation(platform, orgId, async (tx) => {
      if (seen) {
        const { followed, device } = seen
        await keepPending(tx, id, followed.state === 'pending' ? followed.code : null, device?.lastSyncAt ?? null)
        if (followed.state !== 'pending') {
          const code = followed.state === 'failed' ? followed.code : null
          await endWith(platform, tx, services, id, followed.state, code)
          return
        }
        if (followed.code !== asked.code) await tellActions(tx, asked)
      }
      const runAt = nextLook(asked.sentAt ?? tx.now, tx.now)
      await enqueue(tx, 'devices.follow-action', { id }, { key: `follow ${id}`, runAt })
    })
  }
}

type Seen = { readonly followed: Followed; readonly device: ManagedDevice | null }

/** Null where Microsoft could not be asked now: it is asked again. */
async function look(
  platform: Platform,
  orgId: string,
  services: DeviceServices,
  graph: GraphClient,
  asked: DeviceActionAsked,
): Promise<Seen | 'over' | null> {
  const sentAt = asked.sentAt ?? asked.askedAt
  const now = platform.clock.now()
  try {
    if (asked.action === 'collect-diagnostics') {
      const found = (await logCollectionsOf(graph, asked.deviceId)).find(({ id }) => id === asked.collectionId)
      const followed = followDiagnostics(found?.state ?? null, sentAt, now)
      if (followed.state !== 'there') return { followed, device: null }
      await fetchDiagnostics(platform, orgId, services, asked)
      return 'over'
    }
    const device = await readDevice(graph, asked.deviceId)
    if (asked.action === 'locate') await keepWhere(platform, orgId, asked, device)
    return { followed: follow(asked.action, sentAt, device, now), device }
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error
    if (error.code === 'not-found') {
      const followed =
        asked.action === 'collect-diagnostics'
          ? followDiagnostics(null, sentAt, now)
          : follow(asked.action, sentAt, null, now)
      return followed.state === 'there' ? null : { followed, device: null }
    }
    return null
  }
}

/** Sealed for this row: whoever reads the database does not learn where somebody is. */
async function keepWhere(
  platform: Platform,
  orgId: string,
  { id, sentAt }: DeviceActionAsked,
  device: ManagedDevice | null,
): Promise<void> {
  // Where it was when others asked is not what was asked for here.
  const found = device?.actions.find(
    (one) => one.name === intuneNames.locate && one.state === 'done' && isSince(one.startedAt, sentAt),
  )?.location
  if (!found) return
  const sealed = (await secretsOf(platform.dataFolder)).seal(JSON.stringify(found), locationContext(id))
  await inOrganisation(platform, orgId, (tx) => keepLocation(tx, id, sealed))
}
