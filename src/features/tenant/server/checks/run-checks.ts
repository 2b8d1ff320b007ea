import { personsWithRole } from '#features/people/server/actions.ts'
import { GraphFailure, type GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import { isWithoutMeetingPolicy } from '#integrations/microsoft-graph/read/meetings.ts'
import { readTenant } from '#integrations/microsoft-graph/read/organisation.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { type CheckKey, checksFor, type Purpose } from '../../domain/checks.ts'
import { graphOf } from '../connection/clients.ts'
import { tellTenant } from '../connection/connect.ts'
import { entraIdFound } from '../connection/who.ts'
import { type CheckTried, keepChecks } from '../store/checks.ts'
import { findTenant, keepGranted, nameTenant } from '../store/tenants.ts'
import { tries, Untried } from './tries.ts'

/** Longer than Microsoft's own slow answers; a page waits for it. */
const longestMs = 20_000

export type Checked = { readonly purpose: Purpose; readonly signIn: CheckTried }

/** Tries everything, or one thing, and keeps what Microsoft said. Returns how signing in went, per registration that was tried. */
export async function runChecks(
  platform: Platform,
  orgId: string,
  only: CheckKey | null = null,
): Promise<readonly Checked[]> {
  const tenant = await inOrganisation(platform, orgId, (tx) => findTenant(tx))
  if (tenant === null) return []
  const done = await Promise.all(
    tenant.registrations.map(async ({ purpose }) => {
      const wanted = checksFor([purpose]).filter(({ key }) => only === null || key === only)
      const graph = wanted.length === 0 ? null : await graphOf(platform, orgId, purpose)
      return (
        graph &&
        triedAll(
          platform,
          orgId,
          graph,
          purpose,
          wanted.map(({ key }) => key),
        )
      )
    }),
  )
  const tried = done.filter((one) => one !== null)
  const name = only === null ? await nameOf(platform, orgId) : null
  await inOrganisation(platform, orgId, async (tx) => {
    for (const { purpose, checks, granted } of tried) {
      await keepChecks(tx, tenant.id, checks)
      if (granted !== null) await keepGranted(tx, tenant.id, purpose, granted)
    }
    if (name !== null) await nameTenant(tx, tenant.id, name)
    await tellTenant(tx)
  })
  return tried.flatMap(({ purpose, checks }) =>
    checks.filter(({ key }) => isSignIn(key)).map((signIn) => ({ purpose, signIn })),
  )
}

/** What the tenant calls itself, where it lets Tierwise read that: it is asked for nothing more. */
async function nameOf(platform: Platform, orgId: string): Promise<string | null> {
  try {
    const graph = await graphOf(platform, orgId, 'read')
    return (graph && (await readTenant(graph, AbortSignal.timeout(longestMs))))?.name ?? null
  } catch {
    return null
  }
}

const isSignIn = (key: CheckKey) => key === 'sign-in' || key === 'act-sign-in'

async function triedAll(
  platform: Platform,
  orgId: string,
  graph: GraphClient,
  purpose: Purpose,
  keys: readonly CheckKey[],
): Promise<{ purpose: Purpose; checks: CheckTried[]; granted: readonly string[] | null }> {
  const signInKey = purpose === 'read' ? 'sign-in' : 'act-sign-in'
  let granted: readonly string[] | null = null
  const signIn = await outcomeOf(signInKey, async (signal) => {
    granted = (await graph.signIn(signal)).roles
  })
  // Without a token nothing else can be tried: what is wrong there is wrong everywhere.
  const rest = keys.filter((key) => !isSignIn(key))
  const others =
    signIn.outcome === 'works'
      ? await Promise.all(rest.map((key) => tried(platform, orgId, graph, key)))
      : rest.map((key) => ({ ...signIn, key, outcome: 'failed' as const }))
  return { purpose, checks: [signIn, ...others], granted }
}

function tried(platform: Platform, orgId: string, graph: GraphClient, key: CheckKey): Promise<CheckTried> {
  const attempt = key === 'sign-in' || key === 'act-sign-in' ? null : tries[key]
  return outcomeOf(key, async (signal) => {
    await attempt?.({ graph, signal, organiser: () => someOrganiser(platform, orgId, graph) })
  })
}

/** Somebody who hosts bridges: the first lead whom the tenant knows. */
async function someOrganiser(platform: Platform, orgId: string, graph: GraphClient): Promise<string | null> {
  const leads = await inOrganisation(platform, orgId, (tx) => personsWithRole(tx, 'lead'))
  for (const { id } of leads.slice(0, 5)) {
    const entraId = await entraIdFound(platform, orgId, graph, id)
    if (entraId !== null) return entraId
  }
  return null
}

async function outcomeOf(key: CheckKey, attempt: (signal: AbortSignal) => Promise<void>): Promise<CheckTried> {
  const nothing = { status: null, answer: null, requestId: null, activityId: null }
  const signal = AbortSignal.timeout(longestMs)
  try {
    await attempt(signal)
    return { key, outcome: 'works', code: null, ...nothing }
  } catch (error) {
    if (error instanceof Untried) return { key, outcome: 'untried', code: error.code, ...nothing }
    if (!(error instanceof GraphFailure)) {
      if (!signal.aborted) throw error
      return { key, outcome: 'failed', code: 'too-slow', ...nothing }
    }
    const { status, answer, graphCode, requestId, activityId } = error
    const isMissing = error.code === 'permission-missing'
    return {
      key,
      outcome: isMissing ? 'missing' : 'failed',
      code: isWithoutMeetingPolicy(error) ? 'no-meeting-policy' : error.code,
      status,
      answer: graphCode === null || answer.startsWith(graphCode) ? answer : `${graphCode}: ${answer}`,
      requestId,
      activityId,
    }
  }
}
