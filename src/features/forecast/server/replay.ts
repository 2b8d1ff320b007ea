import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { startOfDay } from '#features/people/domain/day.ts'
import { checkPlan } from '#features/plan/domain/check/check-plan.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import type { PlanToRead } from '#features/plan/server/actions.ts'
import { countPast } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { ReplayPage, ReplayQuery } from '../contract/replay.ts'
import { type ReplayOutcome, replayTicket } from '../domain/replay/replay-ticket.ts'
import { totalsOf } from '../domain/replay/totals.ts'
import { inSlices, readPastPage } from './past.ts'

type Call = {
  readonly platform: Platform
  readonly signedIn: SignedIn
  readonly body: z.infer<typeof ReplayQuery>
}

/**
 * One page of a replay. Whoever asks adds the pages up: nothing is kept here, progress is the pages done, and to stop asking is to
 * cancel.
 */
export async function replayPage(
  { platform, signedIn, body }: Call,
  planToReplay: (tx: Tx) => Promise<PlanToRead>,
): Promise<z.input<typeof ReplayPage>> {
  if (body.to < body.from) throw new InvalidInput([{ path: 'to', code: 'before-from' }])
  const { draft, total, page, now } = await inOrganisation(platform, signedIn.orgId, async (tx) => {
    const { document } = await planToReplay(tx)
    const errors = checkPlan(document, null).filter(({ severity }) => severity === 'error').length
    if (errors > 0) throw new Refused({ code: 'draft-has-errors' })
    const period = periodOf(document, body)
    return {
      draft: document,
      now: tx.now,
      total: await countPast(tx, period),
      page: await readPastPage(tx, period, body.after),
    }
  })
  const outcomes = await inSlices(page.tickets, (ticket) => replayTicket(draft, ticket, now))
  return {
    mark: createHash('sha256').update(JSON.stringify(draft)).digest('base64url').slice(0, 16),
    total,
    totals: mutable(totalsOf(outcomes)),
    tickets: outcomes.filter(({ differences }) => differences.length > 0).map(viewOf),
    next: page.next,
  }
}

/** Whole days where the contact tier is. */
function periodOf(plan: SupportPlan, { from, to }: { readonly from: string; readonly to: string }) {
  const contact = tierOf(plan, plan.process.contactTier)
  const timeZone = hoursOf(plan, contact?.supportHours ?? plan.process.targetHours).timeZone
  return { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone, 1) }
}

function viewOf({ ticketId, number, subject, openedAt, differences }: ReplayOutcome) {
  return {
    ticketId,
    number,
    subject,
    openedAt,
    differences: differences.map((one) => ({ ...one, keys: [...one.keys] })),
  }
}

function mutable({ kinds, targets, evidence, ...counts }: ReturnType<typeof totalsOf>) {
  return { ...counts, kinds: [...kinds], targets: [...targets], evidence: [...evidence] }
}
