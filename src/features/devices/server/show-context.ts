import type { z } from 'zod'
import { personById } from '#features/people/server/actions.ts'
import { waveFor } from '#features/plan/domain/lookup.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { ShownContext, SnapshotLine } from '../contract/context-routes.ts'
import { type DeviceContext, fieldsOf, type Snapshot } from '../domain/context.ts'
import { difference } from '../domain/difference.ts'
import { isDue } from '../domain/due.ts'
import { usualLimits } from '../domain/warnings.ts'
import { refreshContext } from './context.ts'
import { cachedContext } from './store/contexts.ts'
import { findSnapshot, readSnapshots } from './store/snapshots.ts'

type Call<Params, Query = undefined> = {
  readonly platform: Platform
  readonly signedIn: SignedIn
  readonly params: Params
  readonly query: Query
}

/** What the page of a ticket shows: from the cache alone. What is old is asked for and comes live. */
export async function showContext({
  platform,
  signedIn: { orgId },
  params: { personId },
  query: { ticketId },
}: Call<{ readonly personId: string }, { readonly ticketId?: string | undefined }>): Promise<
  z.input<typeof ShownContext>
> {
  return inOrganisation(platform, orgId, async (tx) => {
    const [person, tenant, cached, snapshots, plan] = await Promise.all([
      personById(tx, personId),
      tenantOf(tx),
      cachedContext(tx, personId),
      ticketId === undefined ? [] : readSnapshots(tx, ticketId),
      publishedPlan(tx),
    ])
    if (!person) throw new NotFound('person')
    const context = tenant ? (cached?.context ?? null) : null
    const triedAt = tenant ? (cached?.triedAt ?? null) : null
    const reading = tenant !== null && isDue(context ? fieldsOf(context) : [], triedAt, tx.now)
    if (reading) await refreshContext(tx, personId)
    const own = snapshots.filter((one) => one.context.personId === personId)
    const groups = (context?.groups.value ?? []).flatMap(({ id, name }) => (name === null ? [id] : [id, name]))
    const wave = plan && waveFor(plan.document, [...person.groups, ...groups], dayAt(plan.document, tx.now))
    return {
      connected: tenant !== null,
      reading,
      context,
      triedAt,
      wave: wave ? { key: wave.key, name: wave.name } : null,
      limits: plan ? limitsOf(plan.document.process.detection) : usualLimits,
      snapshots: linesOf(own, context),
    }
  })
}

export async function askToRead({
  platform,
  signedIn: { orgId },
  params: { personId },
}: Omit<Call<{ readonly personId: string }>, 'query'>): Promise<void> {
  await inOrganisation(platform, orgId, async (tx: Tx) => {
    const [person, tenant] = await Promise.all([personById(tx, personId), tenantOf(tx)])
    if (!person || !tenant) throw new NotFound('person')
    await refreshContext(tx, personId)
  })
}

export async function showSnapshot({
  platform,
  signedIn: { orgId },
  params: { id },
}: Omit<Call<{ readonly id: string }>, 'query'>) {
  const found = await inOrganisation(platform, orgId, (tx) => findSnapshot(tx, id))
  if (!found) throw new NotFound('snapshot')
  const { reason, at, context } = found
  return { id, reason, at, context }
}

function limitsOf({ silentDays, expiryDays }: { readonly silentDays: number; readonly expiryDays: number }) {
  return { silentDays, expiryDays }
}

function linesOf(
  snapshots: readonly Snapshot[],
  now: DeviceContext | null,
): readonly z.input<typeof SnapshotLine>[] {
  return snapshots
    .map(({ id, reason, at, context }, index) => {
      const before = snapshots[index - 1]
      return {
        id,
        reason,
        at,
        sinceBefore: before ? difference(before.context, context) : null,
        untilNow: now ? difference(context, now) : [],
      }
    })
    .toReversed()
}
