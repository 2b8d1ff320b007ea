import type { z } from 'zod'
import type { Instant } from '#features/people/domain/instant.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import { type PlanInForce, publishedPlan } from '#features/plan/server/actions.ts'
import { countOnBridge, factsSince } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { BridgeFigures } from '../contract/figures.ts'
import { type ExitFacts, type ExitFigure, type ExitJudgement, figureValue, judgeExit } from '../domain/exit.ts'
import { clearedAndSince } from '../domain/time-to-cause.ts'
import { attendanceOf, heldWithTickets, quorumSecondsOf } from './store/held.ts'
import { heldMeetings } from './store/meetings.ts'
import { stopsNow } from './store/stops.ts'
import { meetingViews } from './views.ts'

const days = 30
const meetingsShown = 10
/** A ticket can have been brought to the bridge so long before its cause was found. */
const broughtDaysBefore = 60

export async function bridgeFigures(tx: Tx): Promise<z.input<typeof BridgeFigures>> {
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  const [facts, stops, attendance] = await Promise.all([exitFacts(tx, plan), stopsNow(tx), attendanceShown(tx)])
  const names = await personsByIds(
    tx,
    stops.map(({ by }) => by),
  )
  const figure = (name: ExitFigure) => {
    const [before, from] = [daysBefore(tx.now, 2 * days), daysBefore(tx.now, days)]
    return { value: figureValue(name, facts, from, tx.now), before: figureValue(name, facts, before, from) }
  }
  return {
    days,
    hoursToCause: figure('hours-to-cause'),
    clearedOnBridge: figure('cleared-on-bridge'),
    solvedAtTier1: figure('solved-at-tier-1'),
    openOnBridge: facts.openOnBridge,
    bridges: plan.document.involvement.bridges.map(({ key, name, exit, exitWhen }) => {
      const criteria = judgeExit(exitWhen, facts, tx.now)
      const stop = stops.find(({ bridge }) => bridge === key)
      return {
        key,
        name,
        exit,
        criteria: [...criteria],
        mayStop: criteria.length === 0 ? null : criteria.every(({ holds }) => holds),
        stopped: stop
          ? { at: stop.at, reason: stop.reason, by: names.get(stop.by)?.name ?? null, criteria: [...stop.figures] }
          : null,
      }
    }),
    attendance,
  }
}

/** How the exit figures of one bridge stand now. */
export async function judgementOf(tx: Tx, plan: PlanInForce, bridge: string): Promise<readonly ExitJudgement[]> {
  const found = plan.document.involvement.bridges.find(({ key }) => key === bridge)
  if (!found) throw new Refused({ code: 'bridge-not-in-plan' })
  return judgeExit(found.exitWhen, await exitFacts(tx, plan), tx.now)
}

async function exitFacts(tx: Tx, { document: plan }: PlanInForce): Promise<ExitFacts> {
  const longest = Math.max(
    2 * days,
    ...plan.involvement.bridges.flatMap((bridge) => bridge.exitWhen.map((one) => one.days)),
  )
  const since = daysBefore(tx.now, longest)
  const earlier = daysBefore(since, broughtDaysBefore)
  const [diagnosed, brought, missed, over, held, openOnBridge] = await Promise.all([
    factsSince(tx, ['diagnosed'], since),
    factsSince(tx, ['brought-to-bridge'], earlier),
    factsSince(tx, ['target-missed'], earlier),
    factsSince(tx, ['confirmed', 'closed'], since),
    heldWithTickets(tx, since),
    countOnBridge(tx),
  ])
  const late = new Set(missed.filter(({ fact }) => fact.target === 'resolve').map(({ ticketId }) => ticketId))
  const hours = hoursOf(plan, plan.process.targetHours)
  return {
    contactTier: plan.process.contactTier,
    diagnoses: clearedAndSince(
      diagnosed.map(({ ticketId, at, fact }) => ({ ticketId, at, tier: fact.tier })),
      brought,
      held,
      (from, to) => supportMinutesBetween(hours, from, to) / 60,
    ),
    resolved: over.map(({ ticketId, at }) => ({ at, inTime: !late.has(ticketId) })),
    openOnBridge,
  }
}

async function attendanceShown(tx: Tx): Promise<z.input<typeof BridgeFigures>['attendance']> {
  const meetings = await heldMeetings(tx, { limit: meetingsShown })
  const ids = meetings.map(({ id }) => id)
  const [views, rows, quorum] = await Promise.all([
    meetingViews(tx, meetings),
    attendanceOf(tx, ids),
    quorumSecondsOf(tx, ids),
  ])
  return views.map((meeting) => {
    const seconds = secondsOf(meeting)
    const share = (part: number) => (seconds === 0 ? 100 : Math.min(100, Math.round((part / seconds) * 100)))
    const held = quorum.get(meeting.id) ?? null
    return {
      meeting,
      tiers: rows
        .filter(({ meetingId }) => meetingId === meeting.id)
        .map(({ tier, needed, came, atOnce, enoughSeconds }) => ({
          tier,
          needed,
          came,
          atOnce,
          enough: share(enoughSeconds),
        })),
      quorum: held === null ? null : share(held),
    }
  })
}

function secondsOf({ beganAt, endedAt }: { readonly beganAt: Instant | null; readonly endedAt: Instant | null }) {
  return beganAt === null || endedAt === null ? 0 : (Date.parse(endedAt) - Date.parse(beganAt)) / 1000
}

function daysBefore(at: Instant, count: number): Instant {
  return new Date(Date.parse(at) - count * 86_400_000).toISOString()
}
