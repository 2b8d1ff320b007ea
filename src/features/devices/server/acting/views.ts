import type { z } from 'zod'
import { personsByIds } from '#features/people/server/actions.ts'
import { deviceActions } from '#features/plan/domain/values.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ActionView, AllowedAction, LoggedAction } from '../../contract/actions.ts'
import { type DeviceActionAsked, isIntrusive } from '../../domain/actions/action.ts'
import { type Acting, mayAct, mayAgree, mayWithdraw } from '../../domain/actions/rights.ts'
import { logOf } from '../store/device-actions.ts'

/** What may be done from this ticket, by whoever asks; and why not what may not. */
export function allowedActions(acting: Acting): z.input<typeof AllowedAction>[] {
  return deviceActions.map((action) => {
    const permit = mayAct(acting, action)
    const rule = acting.plan.rules.find((one) => one.action === action)
    return {
      action,
      no: permit.ok ? null : permit.no,
      fourEyes: rule?.fourEyes ?? false,
      intrusive: isIntrusive(action),
    }
  })
}

type Viewer = { readonly personId: string; readonly acting: Acting | null }

export async function actionViews(
  tx: Tx,
  actions: readonly DeviceActionAsked[],
  { personId, acting }: Viewer,
): Promise<z.input<typeof ActionView>[]> {
  const ids = actions.flatMap(({ personId: of, askedBy, answeredBy }) => [
    of,
    askedBy,
    ...(answeredBy ? [answeredBy] : []),
  ])
  const persons = await personsByIds(tx, ids)
  const named = (id: string | null) => {
    const found = id === null ? undefined : persons.get(id)
    return found ? { id: found.id, name: found.name } : null
  }
  return actions.map((one) => {
    const agreeing = acting === null ? null : mayAgree(acting, one)
    return {
      id: one.id,
      ticketId: one.subject,
      ticketNumber: one.ticketNumber,
      person: named(one.personId),
      deviceId: one.deviceId,
      deviceName: one.deviceName,
      platform: one.platform,
      action: one.action,
      tier: one.tier,
      caller: one.caller,
      purpose: one.purpose,
      fourEyes: one.fourEyes,
      state: one.state,
      code: one.code,
      askedBy: named(one.askedBy),
      askedAt: one.askedAt,
      agreeUntil: one.agreeUntil,
      answeredBy: named(one.answeredBy),
      answeredAt: one.answeredAt,
      sentAt: one.sentAt,
      deviceSeenAt: one.deviceSeenAt,
      endedAt: one.endedAt,
      fileId: one.fileId,
      maySeeLocation: one.hasLocation && one.askedBy === personId,
      mayWithdraw: acting !== null && mayWithdraw(acting.actor, one) === null,
      agreeNo: agreeing === null ? { code: 'not-awaiting' } : agreeing.ok ? null : agreeing.no,
    }
  })
}

/** With everything that happened, for whoever looks on. */
export async function loggedActions(
  tx: Tx,
  actions: readonly DeviceActionAsked[],
  personId: string,
): Promise<z.input<typeof LoggedAction>[]> {
  const [views, log] = await Promise.all([
    actionViews(tx, actions, { personId, acting: null }),
    logOf(
      tx,
      actions.map(({ id }) => id),
    ),
  ])
  const persons = await personsByIds(
    tx,
    log.flatMap(({ by }) => by ?? []),
  )
  return views.map((view) => ({
    ...view,
    log: log
      .filter(({ actionId }) => actionId === view.id)
      .map(({ at, by, what, code, words }) => {
        const person = by === null ? undefined : persons.get(by)
        return { at, by: person ? { id: person.id, name: person.name } : null, what, code, words }
      }),
  }))
}
