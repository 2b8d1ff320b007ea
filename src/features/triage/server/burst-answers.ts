import type { PersonActor } from '#features/people/domain/actor.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { comparedWords } from '#features/knowledge/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { ticketOutcomes } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { BurstLetBe, BurstView } from '../contract/causes.ts'
import { type Incident, incidentsFor } from '../domain/incident-match.ts'
import { askLeads, leadsAnswered } from './ask-leads.ts'
import { goesOnSince } from './bursts.ts'
import { tellOfCauses } from './cause-news.ts'
import { makeCause } from './causes.ts'
import { openIncidents } from './incidents.ts'
import {
  answerBurst,
  burstForAnswer,
  burstsLetBe,
  openBursts,
  type StoredBurst,
  waitAgain,
} from './store/bursts.ts'

/** What leads have yet to answer, with the incidents at Microsoft that it may be. */
export async function burstsToAnswer(tx: Tx): Promise<readonly BurstView[]> {
  return viewsOf(tx, await openBursts(tx))
}

/** What was let be and may still go on. */
export async function burstsThatAreLetBe(tx: Tx): Promise<readonly BurstLetBe[]> {
  const bursts = await burstsLetBe(tx, goesOnSince(tx))
  const people = await personsByIds(
    tx,
    bursts.map(({ letBeBy }) => letBeBy),
  )
  const views = new Map((await viewsOf(tx, bursts)).map((view) => [view.id, view]))
  return bursts.flatMap(({ id, letBeBy, letBeAt }) => {
    const view = views.get(id)
    return view ? [{ ...view, letBe: { by: people.get(letBeBy)?.name ?? '', at: letBeAt } }] : []
  })
}

async function viewsOf(tx: Tx, bursts: readonly StoredBurst[]): Promise<readonly BurstView[]> {
  if (bursts.length === 0) return []
  const ids = bursts.flatMap(({ ticketIds }) => ticketIds)
  const [tickets, incidents] = await Promise.all([ticketOutcomes(tx, ids), openIncidents(tx)])
  return bursts.map((burst) => {
    const like = burst.ticketIds.flatMap((id) => tickets.get(id) ?? [])
    return {
      id: burst.id,
      kind: burst.kind,
      values: { ...burst.values },
      expected: burst.expected,
      beganAt: burst.beganAt,
      seenAt: burst.seenAt,
      tickets: like.map(({ id, number }) => ({ id, number })).toSorted((one, other) => one.number - other.number),
      incidents: mayBe(burst, like.map(({ subject }) => subject).join('. '), incidents),
    }
  })
}

/** The incidents that fit the subjects of its tickets, and what they have in common. */
function mayBe(burst: StoredBurst, subjects: string, incidents: readonly Incident[]): BurstView['incidents'] {
  const words = comparedWords(`${subjects}. ${Object.values(burst.values).join(' ').replaceAll('-', ' ')}`)
  const about = { words, platform: burst.values['platform'] || null, openedAt: burst.beganAt }
  return incidentsFor(about, incidents).map(({ incident: { id, title } }) => ({ id, title }))
}

type Answer =
  | { readonly answer: 'cause'; readonly title: string; readonly incident: string | null }
  | { readonly answer: 'let-be' }

/** A lead makes a cause of a burst, or lets it be. */
export async function answerTo(
  tx: Tx,
  actor: PersonActor,
  burstId: string,
  given: Answer,
): Promise<{ readonly causeId: string | null; readonly linked: number }> {
  const burst = await burstForAnswer(tx, burstId)
  if (!burst) throw new NotFound('burst')
  if (burst.state !== 'open') throw new Refused({ code: 'burst-answered' })
  const made =
    given.answer === 'let-be'
      ? null
      : await makeCause(tx, actor, { title: given.title, incident: given.incident, ticketIds: burst.ticketIds })
  await answerBurst(tx, burstId, { by: actor.personId, causeId: made?.id ?? null })
  await leadsAnswered(tx, burstId)
  await tellOfCauses(tx, burstId)
  return { causeId: made?.id ?? null, linked: made?.linked ?? 0 }
}

/** A burst that was let be waits for an answer once more, as long as it may still go on. */
export async function takeUp(tx: Tx, burstId: string): Promise<void> {
  const burst = await burstForAnswer(tx, burstId)
  if (!burst) throw new NotFound('burst')
  if (burst.state !== 'let-be') throw new Refused({ code: 'burst-not-let-be' })
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  if (burst.seenAt <= goesOnSince(tx)) throw new Refused({ code: 'burst-over' })
  await waitAgain(tx, burstId)
  await askLeads(tx, plan.document, burstId)
  await tellOfCauses(tx, burstId)
}
