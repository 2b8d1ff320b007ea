import type { z } from 'zod'
import { actorOf, personById } from '#features/people/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { actionRoutes } from '../../contract/actions.ts'
import { agreeUntil, type DeviceActionAsked } from '../../domain/actions/action.ts'
import {
  type Acting,
  type ActionNo,
  mayAgree,
  mayAsk,
  mayWithdraw,
  type Permit,
  stillStands,
} from '../../domain/actions/rights.ts'
import { contextOf } from '../context.ts'
import type { DeviceServices } from '../services.ts'
import { answerAction, endAction, findAction, insertAction, logAction } from '../store/device-actions.ts'
import { askColleagues, colleaguesAnswered } from './ask-colleagues.ts'
import { noteOn } from './note.ts'
import { tellActions } from './tell-actions.ts'

type Asked = z.output<(typeof actionRoutes)['POST /api/v1/devices/tickets/:ticketId/actions']['body']>

/** Everything the rules need of a ticket; not found where there is none. */
export async function actingOn(
  tx: Tx,
  { ticketOf }: DeviceServices,
  personId: string,
  ticketId: string,
): Promise<Acting> {
  const [actor, found, tenant] = await Promise.all([actorOf(tx, personId), ticketOf(tx, ticketId), tenantOf(tx)])
  if (!found) throw new NotFound('ticket')
  return { ...found, actor, canAct: tenant?.canAct ?? false, at: tx.now }
}

/** Asks for it: done at once, or when a colleague has agreed. */
export async function askForAction(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  personId: string,
  ticketId: string,
  { deviceId, action, caller, purpose }: Asked,
): Promise<DeviceActionAsked> {
  const acting = await actingOn(tx, services, personId, ticketId)
  const { ticket } = acting
  const devices = (await contextOf(tx, ticket.requesterId))?.devices.value ?? []
  const device = devices.find(({ id }) => id === deviceId) ?? null
  const permit = permitted(mayAsk(acting, { action, device, caller, purpose }))
  if (device === null) throw new Refused({ code: 'device-not-of-requester' })
  const asked: DeviceActionAsked = {
    id: newId(),
    subject: ticketId,
    ticketNumber: ticket.number,
    personId: ticket.requesterId,
    deviceId,
    deviceName: device.name,
    platform: device.platform,
    action,
    tier: permit.tier,
    caller,
    purpose,
    fourEyes: permit.fourEyes,
    state: permit.fourEyes ? 'awaiting' : 'sending',
    code: null,
    askedBy: personId,
    askedAt: tx.now,
    agreeUntil: permit.fourEyes ? agreeUntil(tx.now) : null,
    answeredBy: null,
    answeredAt: null,
    sentAt: null,
    deviceSeenAt: device.lastSyncAt,
    endedAt: null,
    collectionId: null,
    fileId: null,
    hasLocation: false,
  }
  if (!(await insertAction(tx, asked))) throw new Refused({ code: 'action-under-way' })
  await logAction(tx, asked.id, { by: personId, what: 'asked' })
  if (permit.fourEyes) {
    await enqueue(
      tx,
      'devices.expire-action',
      { id: asked.id },
      { key: `expire ${asked.id}`, runAt: agreeUntil(tx.now) },
    )
    await askColleagues(tx, acting.plan, asked)
  } else await send(tx, asked.id)
  await noteOn(platform, tx, services, asked, permit.fourEyes ? 'awaiting' : 'asked')
  await tellActions(tx, asked)
  return asked
}

/** A colleague agrees: then it is done, by the same rules as when it was asked, of the ticket and the device as they are now. */
export async function agree(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  personId: string,
  id: string,
): Promise<DeviceActionAsked> {
  const asked = await found(tx, id)
  const acting = await actingOn(tx, services, personId, asked.subject)
  permitted(mayAgree(acting, asked))
  const [asker, person] = await Promise.all([actorOf(tx, asked.askedBy), personById(tx, asked.askedBy)])
  const hasLeft = person === null || person.disabledAt !== null
  const theirs = { ...acting, actor: hasLeft ? { ...asker, roles: [] } : asker }
  const not = stillStands(theirs, asked, await whereabouts(tx, asked))
  if (not) throw new Refused(not)
  await answerAction(tx, id, 'sending', personId)
  await logAction(tx, id, { by: personId, what: 'agreed' })
  await send(tx, id)
  return changed(platform, tx, services, id, 'agreed')
}

/** A device may have left, or have become somebody else's, since it was asked. */
async function whereabouts(
  tx: Tx,
  { personId, deviceId }: DeviceActionAsked,
): Promise<'there' | 'gone' | 'unknown'> {
  const devices = (await contextOf(tx, personId))?.devices.value
  if (!devices) return 'unknown'
  return devices.some(({ id }) => id === deviceId) ? 'there' : 'gone'
}

export async function decline(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  personId: string,
  id: string,
  reason: string,
): Promise<DeviceActionAsked> {
  const asked = await found(tx, id)
  permitted(mayAgree({ ...(await actingOn(tx, services, personId, asked.subject)), canAct: true }, asked))
  await answerAction(tx, id, 'declined', personId)
  await logAction(tx, id, { by: personId, what: 'declined', words: reason })
  return changed(platform, tx, services, id, 'declined', reason)
}

export async function withdraw(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  personId: string,
  id: string,
): Promise<DeviceActionAsked> {
  const asked = await found(tx, id)
  const not = mayWithdraw(await actorOf(tx, personId), asked)
  if (not) throw new Refused(not)
  await endAction(tx, id, 'withdrawn')
  await logAction(tx, id, { by: personId, what: 'withdrawn' })
  return changed(platform, tx, services, id, 'withdrawn')
}

/** Nobody agreed within a day. */
export async function expire(platform: Platform, tx: Tx, services: DeviceServices, id: string): Promise<void> {
  const asked = await findAction(tx, id, { lock: true })
  if (asked?.state !== 'awaiting' || asked.agreeUntil === null || asked.agreeUntil > tx.now) return
  await endAction(tx, id, 'expired')
  await logAction(tx, id, { by: null, what: 'expired' })
  await changed(platform, tx, services, id, 'expired')
}

function send(tx: Tx, id: string): Promise<void> {
  return enqueue(tx, 'devices.act', { id }, { key: `act ${id}`, maxAttempts: 5 })
}

async function changed(
  platform: Platform,
  tx: Tx,
  services: DeviceServices,
  id: string,
  what: Parameters<typeof noteOn>[4],
  words?: string,
): Promise<DeviceActionAsked> {
  const after = await findAction(tx, id)
  if (!after) throw new Error('An action that was just changed is not there')
  await noteOn(platform, tx, services, after, what, words)
  await tellActions(tx, after)
  await colleaguesAnswered(tx, id)
  return after
}

async function found(tx: Tx, id: string): Promise<DeviceActionAsked> {
  const asked = await findAction(tx, id, { lock: true })
  if (!asked) throw new NotFound('action')
  return asked
}

function permitted(permit: Permit): Extract<Permit, { ok: true }> {
  if (permit.ok) return permit
  throw new Refused(permit.no satisfies ActionNo)
}
