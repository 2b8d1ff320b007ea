import { endNotices, putNotices } from '#features/notices/server/actions.ts'
import { actorsWithRole } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mayReview } from '../domain/knowledge-rights.ts'
import { reviewIn } from './standing.ts'
import { keptIssues } from './store/issues.ts'

const teller = 'knowledge'
/** What somebody asks of whoever may review, by an act of theirs. */
const asked = ['draft', 'proposed', 'flagged'] as const
type Asked = (typeof asked)[number]
/** What all reviews that are due are about, together. */
const due = { teller, about: 'reviews' } as const

type Act = {
  readonly by: string
  /** What this act asks of reviewers. */
  readonly asks?: Asked | null
  /** Whose text was sent back. */
  readonly sentBackTo?: string | null
  /** It answers what was sent back: a new text, or a move that goes on. */
  readonly goesOn?: boolean
}

/** After an act on a known issue: whoever may review hears what it asks, and what it answers is asked no more. */
export async function askReviewers(tx: Tx, id: string, { by, asks, sentBackTo, goesOn }: Act): Promise<void> {
  const waiting = await reviewIn(tx)
  const reasons: readonly string[] = waiting.get(id) ?? []
  const over = [...asked.filter((reason) => !reasons.includes(reason)), ...(goesOn ? ['sent-back'] : [])]
  await endNotices(tx, { teller, about: id, kinds: over })
  if (![...waiting.values()].some((all) => all.includes('overdue'))) await endNotices(tx, due)
  if (asks && reasons.includes(asks)) {
    const to = (await reviewers(tx)).filter((person) => person !== by)
    await putNotices(tx, { teller, kind: asks, about: id, occasion: asks, to, again: true })
  }
  if (sentBackTo && sentBackTo !== by)
    await putNotices(tx, {
      ...{ teller, kind: 'sent-back', about: id, occasion: 'sent-back' },
      ...{ to: [sentBackTo], again: true },
    })
}

/** Once a day: reviews that are due are one notice for whoever may review, told anew when another comes due. */
export async function tellOfDue(tx: Tx): Promise<void> {
  const isDue = [...(await reviewIn(tx)).values()].some((reasons) => reasons.includes('overdue'))
  if (!isDue) return endNotices(tx, due)
  const today = tx.now.slice(0, 10)
  const again = (await keptIssues(tx)).some(({ reviewDue }) => reviewDue === today)
  await putNotices(tx, { ...due, kind: 'overdue', occasion: 'overdue', to: await reviewers(tx), again })
}

async function reviewers(tx: Tx): Promise<string[]> {
  const actors = [
    ...(await actorsWithRole(tx, 'lead')),
    ...(await actorsWithRole(tx, 'plan-owner')),
    ...(await actorsWithRole(tx, 'agent')),
  ]
  return [...new Set(actors.filter((actor) => mayReview(actor, tx.now)).map(({ personId }) => personId))]
}
