import type { Text } from '#features/plan/domain/document/text.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { planToRead, publishedPlan } from '#features/plan/server/actions.ts'
import { organisationOf } from '#features/people/server/actions.ts'
import { openPerWave } from '#features/tickets/server/actions.ts'
import { plannedTrainings } from '#features/training/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Temporal } from 'temporal-polyfill'
import type { CalendarEvent, RolloutView, WaveSummary } from '../contract/waves.ts'
import { commitmentsOf } from '../domain/commitment/commitment.ts'
import { wavesInTurn } from '../domain/mails/waves.ts'
import { waveAtHand, waveStateOn, waveToDecide } from '../domain/waves/wave-state.ts'
import { keptCommitments } from './store/commitments.ts'
import { type LastDecision, lastDecisions } from './store/decisions.ts'
import { type Enrolled, peopleByGroups } from './store/people.ts'
import { isMovedIn } from './store/waves.ts'
import { type KnownEnrollments, knownEnrollments } from './wave-enrollments.ts'

/** The rollout as it stands. Without a plan in force there is none. */
export async function rolloutView(tx: Tx): Promise<RolloutView> {
  const published = await publishedPlan(tx)
  if (!published) return nothing(await todayHere(tx))
  const { document: plan, number } = published
  const today = dayAt(plan, tx.now)
  const { summaries, people, enrollments } = await waveSummaries(tx, plan, today)
  const byKey = new Map(summaries.map((one) => [one.key, one]))
  return {
    plan: { number, document: plan },
    today,
    phases: plan.involvement.phases.map(({ key, name, mode, starts, ends, waves }) => ({
      key,
      name,
      mode,
      starts,
      ends,
      state: waveStateOn({ starts, ends }, today),
      waves: waves.flatMap((wave) => byKey.get(wave.key) ?? []),
    })),
    atHand: waveAtHand(plan, today),
    toDecide: waveToDecide(plan, today, (key) => byKey.get(key)?.decision?.outcome ?? null),
    inSeveralWaves: inSeveral(plan, people),
    events: await calendarEvents(tx, plan, today),
    intune: enrollments.reading,
    movedIn: await movedIn(tx),
  }
}

const nothing = (today: string): RolloutView => ({
  plan: null,
  today,
  phases: [],
  atHand: null,
  toDecide: null,
  inSeveralWaves: 0,
  events: [],
  intune: null,
  movedIn: null,
})

async function todayHere(tx: Tx): Promise<string> {
  const { timeZone } = await organisationOf(tx)
  return Temporal.Instant.from(tx.now).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

type WavesKnown = {
  readonly summaries: readonly WaveSummary[]
  readonly people: readonly Enrolled[]
  readonly enrollments: KnownEnrollments
}

/** Every wave of the plan with its people, tickets and the last word on it. */
export async function waveSummaries(tx: Tx, plan: SupportPlan, today: string): Promise<WavesKnown> {
  const waves = wavesInTurn(plan)
  const groups = waves.flatMap(({ wave }) => wave.groups)
  const [people, enrollments, decisions, open] = [
    await peopleByGroups(tx, groups, today),
    await knownEnrollments(
      tx,
      plan,
      waves.map(({ wave }) => wave),
      today,
    ),
    await lastDecisions(tx),
    await openPerWave(tx),
  ]
  const summaries = waves.map(({ wave, phase }): WaveSummary => {
    const own = people.filter((one) => one.groups.some((group) => wave.groups.includes(group)))
    return {
      key: wave.key,
      name: wave.name,
      phase: phase.key,
      groups: wave.groups,
      starts: wave.starts,
      ends: wave.ends,
      state: waveStateOn(wave, today),
      expectedUsers: wave.expectedUsers,
      people: own.reduce((sum, one) => sum + one.people, 0),
      enrolled: enrollments.of(
        wave,
        own.reduce((sum, one) => sum + one.enrolled, 0),
      ),
      openTickets: open.get(wave.key) ?? 0,
      decision: decisionOf(decisions, wave.key),
    }
  })
  return { summaries, people, enrollments }
}

function decisionOf(decisions: readonly LastDecision[], key: string): WaveSummary['decision'] {
  const found = decisions.find(({ wave }) => wave === key)
  if (!found) return null
  const { outcome, by, at, conditionsOpen } = found
  return { outcome, by, at, conditionsOpen }
}

function inSeveral(plan: SupportPlan, people: readonly Enrolled[]): number {
  const waves = wavesInTurn(plan).map(({ wave }) => wave)
  return people
    .filter(({ groups }) => waves.filter((wave) => wave.groups.some((group) => groups.includes(group))).length > 1)
    .reduce((sum, one) => sum + one.people, 0)
}

async function calendarEvents(tx: Tx, plan: SupportPlan, today: string): Promise<CalendarEvent[]> {
  const named = (key: string): Text =>
    plan.training.courses.find((course) => course.key === key)?.name ?? { nl: key, en: key }
  const trainings = (await plannedTrainings(tx)).map(({ course, startsAt }): CalendarEvent => {
    const day = dayAt(plan, startsAt)
    return { kind: 'training', day, name: named(course), done: day < today }
  })
  const commitments = commitmentsOf(plan, await keptCommitments(tx))
    .filter(({ due }) => due !== '')
    .map(({ what, due, state }): CalendarEvent => {
      return { kind: 'commitment', day: due, name: what, done: state === 'met' || state === 'waived' }
    })
  return [...trainings, ...commitments].toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

async function movedIn(tx: Tx): Promise<RolloutView['movedIn']> {
  const draft = await planToRead(tx, 'draft')
  if (!draft || (draft.state !== 'draft' && draft.state !== 'in-review')) return null
  return (await isMovedIn(tx, draft.number)) ? { number: draft.number, state: draft.state } : null
}
