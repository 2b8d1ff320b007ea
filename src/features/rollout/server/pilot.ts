import { membersOf } from '#features/people/server/actions.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { openTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform as Runtime } from '#platform/platform.ts'
import type { PilotView } from '../contract/pilot.ts'
import { casesFor } from '../domain/pilot/checklist.ts'
import { type CaseResult, experienceOf, pilotPlatforms } from '../domain/pilot/experience.ts'
import {
  type DeviceRow,
  forgetCase,
  forgetDevice,
  linkTicket,
  logCase,
  logDevice,
  type LoggedDevice,
  ownCases,
  ownDevices,
} from './store/pilot.ts'
import { tellOfRollout } from './tell.ts'

export async function pilotView(tx: Tx, { personId, teams }: PersonActor): Promise<PilotView> {
  const [published, devices, cases] = await Promise.all([publishedPlan(tx), ownDevices(tx), ownCases(tx)])
  const plan = published?.document
  const platforms = plan ? pilotPlatforms(plan) : []
  const tiers = await Promise.all(
    (plan?.teams.tiers ?? []).map(async ({ level, name, team }) => {
      const members = await membersOf(tx, team)
      const ids = members.map(({ id }) => id)
      const { any, perPlatform, cases: executed } = experienceOf(platforms, ids, devices, cases)
      const having = devices.filter(({ outcome }) => outcome !== 'not-enrolled').map((one) => one.personId)
      const without = members
        .filter(({ id }) => !having.includes(id))
        .map(({ id, name: who }) => ({ id, name: who }))
      return { tier: level, name, any, perPlatform: [...perPlatform], cases: executed, without }
    }),
  )
  return {
    platforms: [...platforms],
    counts: (plan?.teams.tiers ?? []).some(({ team }) => teams.includes(team)),
    mine: {
      devices: devices.filter((one) => one.personId === personId).map(viewOf),
      cases: cases
        .filter((one) => one.personId === personId)
        .map(({ platform, key, result, words }) => ({ platform, key, result, words })),
    },
    tiers,
    troubles: devices
      .filter(({ trouble, outcome, candidate }) => trouble !== '' && (outcome !== 'enrolled' || candidate))
      .map(viewOf),
    failed: cases
      .filter(({ result }) => result === 'failed')
      .map(({ personId: id, name, platform, key, words }) => ({ person: { id, name }, platform, key, words })),
  }
}

function viewOf({ personId, name, platform, outcome, triedOn, trouble, candidate, ticketNumber }: DeviceRow) {
  return { person: { id: personId, name }, platform, outcome, triedOn, trouble, candidate, ticketNumber }
}

export async function logOwnDevice(
  tx: Tx,
  actor: PersonActor,
  platform: Platform,
  given: LoggedDevice,
): Promise<PilotView> {
  if (given.outcome !== 'enrolled' && given.trouble === '') throw new Refused({ code: 'trouble-missing' })
  await logDevice(tx, actor.personId, platform, given)
  await tellOfRollout(tx, actor.personId)
  return pilotView(tx, actor)
}

export async function takeBackDevice(tx: Tx, actor: PersonActor, platform: Platform): Promise<PilotView> {
  await forgetDevice(tx, actor.personId, platform)
  await tellOfRollout(tx, actor.personId)
  return pilotView(tx, actor)
}

export async function logOwnCase(
  tx: Tx,
  actor: PersonActor,
  place: { readonly platform: Platform; readonly key: string },
  given: { readonly result: CaseResult | null; readonly words: string },
): Promise<PilotView> {
  if (!casesFor(place.platform).some(({ key }) => key === place.key))
    throw new NotFound('There is no such test case')
  const own = { personId: actor.personId, ...place }
  if (given.result === null) await forgetCase(tx, own)
  else await logCase(tx, own, given.result, given.words)
  await tellOfRollout(tx, actor.personId)
  return pilotView(tx, actor)
}

/** A ticket of what went wrong with somebody's own device, so that the process they will work in is tried as well. */
export async function openTroubleTicket(
  { translate }: Pick<Runtime, 'translate'>,
  tx: Tx,
  actor: PersonActor,
  { number, platform, language }: { number: number; platform: Platform; language: 'nl' | 'en' },
): Promise<PilotView> {
  const device = (await ownDevices(tx)).find((one) => one.personId === actor.personId && one.platform === platform)
  if (!device || device.trouble === '') throw new Refused({ code: 'trouble-missing' })
  if (device.ticketNumber !== null) throw new Refused({ code: 'ticket-open-already' })
  const { ticket } = await openTicket(tx, actor, number, {
    subject: translate(language, 'rollout:pilot.ticketSubject', {
      platform: translate(language, `rollout:platform.${platform}`),
    }),
    description: device.trouble,
    requesterId: actor.personId,
    category: null,
    platform,
    impact: null,
    urgency: null,
    evidence: [],
    files: [],
    source: 'desk',
  })
  await linkTicket(tx, actor.personId, platform, ticket.id)
  await tellOfRollout(tx, actor.personId)
  return pilotView(tx, actor)
}
