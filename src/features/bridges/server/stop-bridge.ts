import type { PersonActor } from '#features/people/domain/actor.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { mayStop } from '../domain/rights.ts'
import { judgementOf } from './figures.ts'
import { keepMeetings } from './keep-meetings.ts'
import type { BridgeServices } from './services.ts'
import { endStop, insertStop } from './store/stops.ts'

/** The decision that a standing bridge stops, with the figures it rests on. Its meetings and their place in calendars go. */
export async function stopBridge(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promise<void> {
  const not = mayStop(actor)
  if (not) throw new Refused(not)
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  const figures = await judgementOf(tx, plan, key)
  const isNew = await insertStop(tx, { id: newId(), bridge: key, by: actor.personId, reason, figures })
  if (!isNew) throw new Refused({ code: 'bridge-stopped-already' })
  await keepMeetings(platform, tx, services)
}

export async function resumeBridge(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  key: string,
): Promise<void> {
  const not = mayStop(actor)
  if (not) throw new Refused(not)
  if (!(await endStop(tx, key, actor.personId))) throw new Refused({ code: 'bridge-not-stopped' })
  await keepMeetings(platform, tx, services)
}
