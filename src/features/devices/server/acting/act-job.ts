import { entraIdOf, graphOf } from '#features/tenant/server/actions.ts'
import { GraphFailure, type GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { tellDevice } from '#integrations/microsoft-graph/read/actions.ts'
import { readDevice } from '#integrations/microsoft-graph/read/devices.ts'
import { collectLogs } from '#integrations/microsoft-graph/read/diagnostics.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue, type Job, type JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { type DeviceActionAsked, isIntrusive } from '../../domain/actions/action.ts'
import { intuneNames, nextLook } from '../../domain/actions/follow.ts'
import type { DeviceServices } from '../services.ts'
import { claimSending, findAction, keepCollection, logAction } from '../store/device-actions.ts'
import { endWith } from './end.ts'
import { tellActions } from './tell-actions.ts'

type OfAction = JobPayload & { readonly id: string }

/**
 * Tells Intune, once. It is marked before the call: after a crash in between nobody knows whether it was told, and following it shows,
 * while telling it again could wipe a phone that was just set up anew.
 */
export function actJob(services: DeviceServices): Job {
  return async (platform, { orgId, id }: OfAction) => {
    const graph = await graphOf(platform, orgId, 'act')
    const isOthers = await isSomebodyElses(platform, orgId, id)
    const asked = await inOrganisation(platform, orgId, async (tx) => {
      if (isOthers) {
        await endWith(platform, tx, services, id, 'failed', 'device-of-another')
        return null
      }
      if (graph === null) {
        await endWith(platform, tx, services, id, 'failed', 'no-acting-registration')
        return null
      }
      return (await claimSending(tx, id)) ? findAction(tx, id) : null
    })
    if (graph === null || asked === null) return
    try {
      const collectionId = await told(graph, asked)
      await inOrganisation(platform, orgId, async (tx) => {
        if (collectionId !== null) await keepCollection(tx, id, collectionId)
        await logAction(tx, id, { by: null, what: 'sent' })
        await followLater(tx, asked)
        await tellActions(tx, asked)
      })
    } catch (error) {
      await inOrganisation(platform, orgId, (tx) => notTold(platform, tx, services, asked, error))
    }
  }
}

/**
 * Of what reaches into somebody's own Intune is asked once more whose device it is: what was read may be some minutes old, and a phone that was
 * handed on is not wiped for who had it. Where Microsoft does not say, what was read counts.
 */
async function isSomebodyElses(platform: Platform, orgId: string, id: string): Promise<boolean> {
  const found = await inOrganisation(platform, orgId, async (tx) => {
    const asked = await findAction(tx, id)
    return asked && { asked, entraId: await entraIdOf(tx, asked.personId) }
  })
  if (found?.asked.state !== 'sending' || !isIntrusive(found.asked.action) || found.entraId === null) return false
  const graph = await graphOf(platform, orgId, 'read')
  if (graph === null) return false
  try {
    const device = await readDevice(graph, found.asked.deviceId)
    return Boolean(device?.userId) && device?.userId?.toLowerCase() !== found.entraId.toLowerCase()
  } catch (error) {
    if (error instanceof GraphFailure) return false
    throw error
  }
}

/** The id of what is collected; null for everything else. */
async function told(graph: GraphClient, { action, deviceId }: DeviceActionAsked): Promise<string | null> {
  if (action === 'collect-diagnostics') return (await collectLogs(graph, deviceId))?.id ?? null
  const body = action === 'wipe' ? { body: { keepEnrollmentData: false, keepUserData: false } } : {}
  await tellDevice(graph, deviceId, intuneNames[action], body)
  return null
}

async function notTold(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  asked: DeviceActionAsked,
  error: unknown,
): Promise<void> {
  if (!(error instanceof GraphFailure)) throw error
  // No answer came: it may have been told all the same, which following it shows.
  if (error.code === 'unreachable' || error.code === 'unavailable' || error.code === 'bad-answer') {
    await logAction(tx, asked.id, { by: null, what: 'sent', code: error.code })
    await followLater(tx, asked)
    return
  }
  const code = error.code === 'not-found' ? 'device-gone' : error.code
  await endWith(platform, tx, services, asked.id, 'failed', code)
}

async function followLater(tx: Tx, { id }: DeviceActionAsked): Promise<void> {
  const runAt = nextLook(tx.now, tx.now)
  await enqueue(tx, 'devices.follow-action', { id }, { key: `follow ${id}`, runAt, maxAttempts: 12 })
}
