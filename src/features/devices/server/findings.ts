import type { PersonActor } from '#features/people/domain/actor.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { FindingList } from '../contract/findings.ts'
import type { Finding } from '../domain/findings.ts'
import { announceFindings } from './detection/keep.ts'
import { findingWaits } from './findings-wait.ts'
import { detections } from './store/detections.ts'
import {
  lockFinding,
  markDismissed,
  markTold,
  openedForFindings,
  openFindings,
  tellAlone,
} from './store/findings.ts'

const most = 300

/** What was found and goes on, with how looking for it goes. */
export async function findingsShown(tx: Tx): Promise<FindingList> {
  const [found, looks] = await Promise.all([openFindings(tx, most), detections(tx)])
  const people = await personsByIds(
    tx,
    found.flatMap(({ personId }) => personId ?? []),
  )
  return {
    findings: found.map(
      ({ id, kind, personId, platform, facts, times, firstAt, lastAt, state, ticketId, opened }) => ({
        ...{ id, kind, platform, times, firstAt, lastAt, ticketId, opened },
        state: state === 'ticket' ? 'ticket' : 'told',
        facts: { ...facts },
        person: personId === null ? null : { id: personId, name: people.get(personId)?.name ?? '' },
      }),
    ),
    looks: looks.map(({ kind, lookedAt, workedAt, way, failed }) => ({ kind, lookedAt, workedAt, way, failed })),
  }
}

/** Microsoft is not asked again within so long, however often somebody wants to know. */
const patienceMs = 60_000

/** Somebody does not want to wait for the next round. */
export async function lookNow(tx: Tx): Promise<void> {
  if (!(await tenantOf(tx))) throw new Refused({ code: 'no-tenant' })
  const looks = await detections(tx)
  const last = looks.find(({ kind }) => kind === 'enrollment-failure')?.lookedAt
  if (last !== undefined && Date.parse(tx.now) - Date.parse(last) < patienceMs) return
  await enqueue(tx, 'devices.detect', {}, { key: `devices.detect:${tx.orgId}`, maxAttempts: 2 })
}

/** Somebody says why nothing has to be done. It stays quiet as long as it goes on. */
export async function dismiss(tx: Tx, actor: PersonActor, id: string, reason: string): Promise<void> {
  const finding = await lockFinding(tx, id)
  if (!finding) throw new NotFound('finding')
  if (finding.state === 'ticket') throw new Refused({ code: 'finding-has-ticket' })
  if (finding.state !== 'new' && finding.state !== 'told') throw new Refused({ code: 'finding-over' })
  await markDismissed(tx, id, actor.personId, reason)
  await announceFindings(tx)
}

/** Takes a finding in hand to tell of it, alone in its organisation until the transaction ends; null: it is gone. */
export async function findingInHand(tx: Tx, id: string): Promise<Finding | null> {
  await tellAlone(tx)
  return lockFinding(tx, id)
}

/** Says what became of a finding in hand: a ticket, one beside which it stands, or a hint. */
export async function findingTold(
  tx: Tx,
  { id, kind, state, times }: Pick<Finding, 'id' | 'kind' | 'state' | 'times'>,
  ticket: null | { readonly id: string; readonly opened: boolean },
): Promise<void> {
  await markTold(tx, id, {
    ...{ state: ticket ? 'ticket' : 'told', ticketId: ticket?.id ?? null },
    ...{ opened: ticket?.opened ?? false, times },
  })
  if (ticket === null && state !== 'told') await findingWaits(tx, { kind })
  await announceFindings(tx)
}

/** How many tickets were opened for findings in the last hour. */
export async function ticketsForFindings(tx: Tx): Promise<number> {
  return openedForFindings(tx, new Date(Date.parse(tx.now) - 3_600_000).toISOString())
}
