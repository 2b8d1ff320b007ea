import type { FastifyReply } from 'fastify'
import type { PlanServices, PlanToRead } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { AssumptionsFile } from '../contract/assumptions-file.ts'
import { asView } from '../contract/forecast-view.ts'
import { unknownTiers, withFile } from '../domain/assumptions/override.ts'
import { expectedTickets } from '../domain/compile/workload.ts'
import { prepare } from '../domain/forecast.ts'
import { assumptionsOf } from './assumptions.ts'
import { runForecast } from './run/run-forecast.ts'

/** Tickets over all replications that one call may have played: about ten seconds of one processor. */
const mostTickets = 10_000_000

/** Organisations for which a forecast is being played in this process. */
const playing = new Set<string>()

type Call = {
  readonly platform: Platform
  readonly signedIn: SignedIn
  readonly reply: FastifyReply
  readonly body: { readonly assumptions: AssumptionsFile }
}

/** Plays a plan in worker threads, one at a time for an organisation, for as long as somebody waits for the answer. */
export async function playForecast(
  { platform, signedIn: { orgId }, reply, body }: Call,
  services: PlanServices,
  planOf: (tx: Tx) => Promise<PlanToRead>,
) {
  const { document, base, today } = await inOrganisation(platform, orgId, async (tx) => {
    const { document: plan } = await planOf(tx)
    return { document: plan, base: await assumptionsOf(tx, plan, services), today: tx.now.slice(0, 10) }
  })
  const unknown = unknownTiers(base, body.assumptions)
  if (unknown.length > 0)
    throw new InvalidInput(
      unknown.map((place) => ({ path: ['assumptions', ...place].join('.'), code: 'no-such-tier' })),
    )
  const assumptions = withFile(base, body.assumptions)
  const prepared = prepare(document, assumptions, today)
  if (expectedTickets(prepared.model) * assumptions.replications > mostTickets)
    throw new InvalidInput([{ path: 'assumptions', code: 'too-much-to-play' }])
  if (playing.has(orgId)) throw new Refused({ code: 'forecast-under-way' })
  playing.add(orgId)
  const gone = new AbortController()
  const leave = () => gone.abort()
  reply.raw.once('close', leave)
  if (reply.raw.destroyed) leave()
  try {
    const { seed, replications } = assumptions
    return asView(await runForecast(prepared, { seed, replications, signal: gone.signal }))
  } finally {
    reply.raw.off('close', leave)
    playing.delete(orgId)
  }
}
