import type { Detection } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { graphOf, tenantOf } from '#features/tenant/server/actions.ts'
import type { GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { allDevices } from '#integrations/microsoft-graph/read/devices.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import {
  seenCertificates,
  type SeenDevice,
  seenFailures,
  seenIncidents,
  seenSilent,
} from '../../domain/detection.ts'
import { groupsEnrolling } from '../../domain/enrolling.ts'
import { answerOf, type FindingKind, type Seen } from '../../domain/findings.ts'
import { isIncident } from '../incidents.ts'
import { failedBy } from '../read/attempt.ts'
import { clean } from '../read/clean.ts'
import { heardFrom, quietFor } from '../read/silence.ts'
import { organisationTried } from '../store/contexts.ts'
import { type Detected, detections, keepDetection, linkedInGroups } from '../store/detections.ts'
import { failuresOverBefore, peopleInRound, readFailures } from './failures.ts'
import { keepLook } from './keep.ts'
import { whoAre } from './who.ts'

/** The list of the whole tenant gets so long before people are looked at one by one. */
const listPatienceMs = 40_000
const roundPatienceMs = 60_000
/** Every device is read for this: four times a day is enough for what counts in days. */
const silentEveryHours = 6
/** A device silent for longer than most may be one of many: so many are kept. */
const mostSilent = 500

type Asked = {
  readonly tenant: string
  readonly detection: Detection
  readonly plan: SupportPlan
  readonly done: readonly Detected[]
  readonly now: string
}

/** One organisation looks for what its plan wants found. Without a tenant, or where the plan wants nothing, nobody is asked. */
export async function detectJob(platform: Platform, { orgId }: JobPayload): Promise<void> {
  const asked = await inOrganisation(platform, orgId, begin)
  if (!asked) return
  await lookAtOrganisation(platform, orgId, asked)
  const wantsFailures = asked.detection.enrollmentFailures !== 'off'
  const wantsSilent = asked.detection.silentDevices !== 'off' && isTimeForSilent(asked)
  if (!wantsFailures && !wantsSilent) return
  const graph = await graphOf(platform, orgId, 'read')
  const quiet = graph && quietFor(graph, asked.now)
  const steps: readonly (readonly [FindingKind, boolean, (client: GraphClient) => Promise<void>])[] = [
    ['enrollment-failure', wantsFailures, (client) => lookForFailures(platform, orgId, client, asked)],
    ['silent-device', wantsSilent, (client) => lookForSilent(platform, orgId, client, asked)],
  ]
  for (const [kind, isWanted, look] of steps) {
    if (!isWanted) continue
    try {
      if (graph && !quiet) await look(graph)
      else await failed(platform, orgId, asked, kind, quiet?.code ?? 'sign-in-refused')
    } catch (error) {
      const { code, permission, at } = failedBy(platform, error)
      if (graph) heardFrom(graph, { code, permission, at }, at)
      await failed(platform, orgId, asked, kind, permission === null ? code : `${code}:${permission}`.slice(0, 60))
    }
  }
}

async function begin(tx: Tx): Promise<Asked | null> {
  const [tenant, plan] = await Promise.all([tenantOf(tx), publishedPlan(tx)])
  if (!tenant || !plan) return null
  const { detection } = plan.document.process
  return { tenant: tenant.id, detection, plan: plan.document, done: await detections(tx), now: tx.now }
}

/** Certificates and incidents are read for the pages already: nothing more is asked for them. */
async function lookAtOrganisation(
  platform: Platform,
  orgId: string,
  { tenant, detection, now }: Asked,
): Promise<void> {
  await inOrganisation(platform, orgId, async (tx) => {
    const read = await organisationTried(tx)
    if (!read) return
    const { certificates, health } = read.parts
    const kinds = [
      {
        kind: 'expiring-certificate' as const,
        field: certificates,
        seen: () => seenCertificates(certificates.value ?? [], detection.expiryDays, now),
      },
      {
        kind: 'service-incident' as const,
        field: health,
        seen: () => seenIncidents((health.value ?? []).filter(isIncident), now),
      },
    ]
    for (const { kind, field, seen } of kinds) {
      const wanted = answerOf(detection, kind)
      if (wanted === 'off' || field.value === null) continue
      const found = seen()
      const abouts = new Set(found.map(({ about }) => about))
      // What could not be read may go on.
      const isOver = ({ about }: { readonly about: string }) => field.failed === null && !abouts.has(about)
      await keepLook(tx, { tenant, kind, wanted, seen: found, persons: new Map(), isOver })
      await keepDetection(tx, {
        tenant,
        kind,
        way: 'tenant',
        afterPerson: null,
        failed: field.failed?.code ?? null,
      })
    }
  })
}

async function lookForFailures(
  platform: Platform,
  orgId: string,
  graph: GraphClient,
  { tenant, detection, plan, done, now }: Asked,
): Promise<void> {
  const after = done.find(({ kind }) => kind === 'enrollment-failure')?.afterPerson ?? null
  const people = await inOrganisation(platform, orgId, (tx) =>
    linkedInGroups(tx, groupsEnrolling(plan, now), after, peopleInRound),
  )
  const patience = {
    all: AbortSignal.timeout(listPatienceMs),
    people: AbortSignal.timeout(listPatienceMs + roundPatienceMs),
  }
  const { failures, way, afterPerson } = await readFailures(graph, people, patience)
  const seen = seenFailures(
    failures.map((one) => ({ ...one, reason: clean(one.reason) })),
    now,
  )
  await keep(platform, orgId, graph, {
    ...{ tenant, kind: 'enrollment-failure', wanted: detection.enrollmentFailures, seen, way, afterPerson },
    isOver: ({ lastAt }) => lastAt < failuresOverBefore(now),
  })
}

async function lookForSilent(
  platform: Platform,
  orgId: string,
  graph: GraphClient,
  { tenant, detection, now }: Asked,
): Promise<void> {
  const devices: SeenDevice[] = []
  const signal = AbortSignal.timeout(roundPatienceMs)
  const select = 'id,userId,deviceName,operatingSystem,model,serialNumber,lastSyncDateTime,managementState'
  for await (const page of allDevices(graph, { select, signal })) {
    for (const { id, userId, name, platform: os, model, serial, lastSyncAt, managementState } of page)
      devices.push({ id, userId, name: clean(name), platform: os, model, serial, lastSyncAt, managementState })
  }
  const all = seenSilent(devices, detection.silentDays, now)
  const abouts = new Set(all.map(({ about }) => about))
  const seen = all.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1)).slice(0, mostSilent)
  await keep(platform, orgId, graph, {
    ...{ tenant, kind: 'silent-device', wanted: detection.silentDevices, seen, way: 'tenant', afterPerson: null },
    isOver: ({ about }) => !abouts.has(about),
  })
}

type ToKeep = {
  readonly tenant: string
  readonly kind: FindingKind
  readonly wanted: 'ticket' | 'hint' | 'off'
  readonly seen: readonly Seen[]
  readonly way: 'tenant' | 'people'
  readonly afterPerson: string | null
  readonly isOver: (finding: { readonly about: string; readonly lastAt: string }) => boolean
}

async function keep(platform: Platform, orgId: string, graph: GraphClient, given: ToKeep): Promise<void> {
  const { tenant, kind, wanted, seen, way, afterPerson, isOver } = given
  if (wanted === 'off') return
  const userIds = seen.flatMap(({ userId }) => userId ?? [])
  const signal = AbortSignal.timeout(roundPatienceMs)
  const persons = await whoAre(platform, orgId, graph, { tenant, userIds, signal })
  await inOrganisation(platform, orgId, async (tx) => {
    // Another tenant since: what was seen is of the former.
    if ((await tenantOf(tx))?.id !== tenant) return
    await keepLook(tx, { tenant, kind, wanted, seen, persons, isOver })
    await keepDetection(tx, { tenant, kind, way, afterPerson, failed: null })
  })
  heardFrom(graph, null, platform.clock.now())
}

async function failed(
  platform: Platform,
  orgId: string,
  { tenant, done }: Asked,
  kind: FindingKind,
  code: string,
): Promise<void> {
  const before = done.find((one) => one.kind === kind)
  await inOrganisation(platform, orgId, async (tx) => {
    if ((await tenantOf(tx))?.id !== tenant) return
    await keepDetection(tx, {
      ...{ tenant, kind, failed: code },
      ...{ way: before?.way ?? null, afterPerson: before?.afterPerson ?? null },
    })
  })
}

function isTimeForSilent({ done, now }: Asked): boolean {
  const last = done.find(({ kind }) => kind === 'silent-device')
  if (!last) return true
  const hours = (Date.parse(now) - Date.parse(last.lookedAt)) / 3_600_000
  return hours >= (last.failed === null ? silentEveryHours : 1)
}
