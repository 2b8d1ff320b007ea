import { organisationIds } from '#features/people/server/actions.ts'
import { lookForBursts } from '#features/triage/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { keepMeetings } from './keep-meetings.ts'
import { askForOnline, keepOnline } from './online/keep-online.ts'
import { proposeForBursts } from './propose.ts'
import { refreshAgendas } from './refresh-agendas.ts'
import { roomJobs } from './room/jobs.ts'
import type { BridgeServices } from './services.ts'

export function bridgeJobs(services: BridgeServices): Jobs {
  return {
    ...roomJobs,
    /** Meetings of the plan, calendars, agendas and bursts, for every organisation in turn. */
    'bridges.keep': async (platform) => {
      for (const orgId of await organisationIds(platform)) await keepUp(platform, services, orgId)
    },
    'bridges.keep-one': (platform, { orgId }: JobPayload) => keepUp(platform, services, orgId),
    /** Waits for nobody's page: it speaks with Microsoft. */
    'bridges.online': (platform, { orgId }: JobPayload) => keepOnline(platform, services, orgId),
    'bridges.agendas': (platform, { orgId }: JobPayload) => inOrganisation(platform, orgId, refreshAgendas),
  }
}

/** One organisation that something is wrong with does not keep the others waiting. */
async function keepUp(platform: Platform, services: BridgeServices, orgId: string): Promise<void> {
  const steps: readonly ((tx: Tx) => Promise<void>)[] = [
    (tx) => keepMeetings(platform, tx, services),
    refreshAgendas,
    (tx) => lookForBursts(platform, tx),
    (tx) => proposeForBursts(platform, tx, services),
    ...(services.meetings ? [askForOnline] : []),
  ]
  for (const step of steps) {
    try {
      await inOrganisation(platform, orgId, step)
    } catch (err) {
      platform.log.error({ err, orgId }, 'the bridges of an organisation could not be kept up')
    }
  }
}

/** When jobs begin by themselves, as cron lines. */
export const bridgeSchedule: Readonly<Record<string, string>> = { 'bridges.keep': '*/5 * * * *' }
