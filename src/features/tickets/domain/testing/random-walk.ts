import fc from 'fast-check'
import type { Actor } from '#features/people/domain/actor.ts'
import { allowedMoves } from '../allowed-moves.ts'
import { type NextDue, nextDue } from '../clocks/next-due.ts'
import type { Decision } from '../decision.ts'
import type { TicketEvent } from '../events.ts'
import type { Move, MoveName } from '../moves.ts'
import { cast, clock, detection, mail } from './cast.ts'
import { after, type Desk, judge, later, newDesk, opening, ticketOf } from './desk.ts'
import { moveNames } from './minimal-moves.ts'
import { type PlanChoices, testPlan } from './test-plan.ts'
import { canary, variedMove } from './varied-moves.ts'

/** Numbers that decide who does what when. They come from fast-check, which makes them small when something fails. */
export type WalkInput = {
  readonly plan: PlanChoices
  readonly phase: 'pilot' | 'full-production' | null
  readonly startDay: number
  readonly steps: readonly (readonly [who: number, what: number, how: number, wait: number])[]
}

const step = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(99))
export const walkInputs: fc.Arbitrary<WalkInput> = fc.record({
  plan: fc.record({
    tiers: fc.constantFrom(3 as const, 1 as const, 2 as const, 4 as const),
    wayDown: fc.constantFrom('together' as const, 'step-by-step' as const),
    fastLane: fc.boolean(),
    knownIssueRequired: fc.boolean(),
    vendor: fc.boolean(),
  }),
  phase: fc.constantFrom('full-production' as const, 'pilot' as const, null),
  startDay: fc.nat(3),
  steps: fc.array(step, { minLength: 10, maxLength: 70, size: 'max' }),
})

export type Step = {
  readonly before: Desk
  readonly actor: Actor
  readonly move: Move
  readonly decision: Decision
  readonly after: Desk
}
export type Walk = { readonly desk: Desk; readonly steps: readonly Step[] }

const people = Object.values(cast)
const everybody: readonly Actor[] = [...people, clock, mail, detection]
const waits = [0, 1, 15, 60, 240, 1000, 5000]
// A week before each change of the clock, an ordinary week, and the end of the year.
const starts = [
  '2026-10-20T09:00:00.000Z',
  '2027-03-23T09:00:00.000Z',
  '2026-11-16T09:00:00.000Z',
  '2026-12-29T09:00:00.000Z',
]

/** One ticket under one plan, and a random life. What the clock has to do, it does in time. */
export function walk({ plan, phase, startDay, steps }: WalkInput): Walk {
  const taken: Step[] = []
  const take = (desk: Desk, actor: Actor, move: Move): Desk => {
    const named = move.move === 'assign' ? move.agentId : null
    const assignee = people.find((person) => person.personId === named) ?? null
    const decision = judge(desk, actor, move, { assignee })
    const next = frozen(after(desk, actor, decision))
    taken.push({ before: desk, actor, move, decision, after: next })
    return next
  }
  const start = newDesk(testPlan(plan), starts[startDay % starts.length])
  const wave = phase === 'pilot' ? 'pilot' : null
  let desk = take(start, cast.req, { ...opening, phase, wave, evidence: [secretEvidence(plan)].flat() })
  for (const [who, what, how, wait] of steps) {
    desk = catchUp(later(desk, waits[wait % waits.length] ?? 0), take)
    const [actor, move] = choose(desk, who, what, how)
    desk = take(desk, actor, move)
  }
  return { desk, steps: taken }
}

/** Mostly somebody does what they may, or brings the ticket on; sometimes anybody tries anything. */
function choose(desk: Desk, who: number, what: number, how: number): readonly [Actor, Move] {
  if (who % 37 === 5) return [cast.adm, variedMove(desk, 'migrate', how)]
  if (who % 6 === 0)
    return [pick(everybody, how) ?? clock, variedMove(desk, pick(moveNames, what) ?? 'claim', how)]
  const from = who % 3 === 0 ? [pick(people, who) ?? cast.a1] : [...people.slice(who % people.length), ...people]
  for (const person of from) {
    const allowed = allowedMoves(desk.plan, ticketOf(desk), person, desk.at).filter((one) => !one.refusal)
    const open = who % 3 === 0 ? allowed : allowed.filter((one) => isOnward(desk, one.move))
    const name = pick(open, what)?.move
    if (name) return [person, variedMove(desk, name, how)]
  }
  return [cast.a1, variedMove(desk, pick(moveNames, what) ?? 'claim', how)]
}

function pick<Value>(values: readonly Value[], number: number): Value | undefined {
  return values[number % Math.max(1, values.length)]
}

/** Moves that bring a ticket on: favoured, so that walks get to the end. */
function isOnward(desk: Desk, name: MoveName): boolean {
  return name === 'claim' ? ticketOf(desk).assigneeId === null : onward.has(name)
}

const onward: ReadonlySet<MoveName> = new Set([
  'escalate',
  'accept',
  'diagnose',
  'take-note',
  'contact',
  'confirm',
  'open-vendor-case',
  'vendor-answered',
])

function catchUp(desk: Desk, take: (desk: Desk, actor: Actor, move: Move) => Desk): Desk {
  let now = desk
  for (let due = dueOn(now); due && due.at <= now.at; due = dueOn(now)) {
    const next = take(now, clock, due.move)
    if (next === now) throw new Error(`The clock was refused ${JSON.stringify(due)}`)
    now = next
  }
  return now
}

const wakeUps = new WeakMap<readonly TicketEvent[], string>()

/** As the job does: sleep until there is something to do, and then look again what it is. */
function dueOn({ plan, ticket, events, at }: Desk): NextDue | null {
  const asleepUntil = wakeUps.get(events)
  if (!ticket || (asleepUntil !== undefined && asleepUntil > at)) return null
  const due = nextDue(plan, ticket, events, at)
  wakeUps.set(events, due?.at ?? 'never')
  return due
}

function secretEvidence({ tiers = 3, vendor = true }: PlanChoices) {
  return tiers > 1 || vendor ? [{ key: 'error-text', value: canary, files: [] }] : []
}

/** A rule that would change what it is given fails at once. */
function frozen(desk: Desk): Desk {
  freeze(desk.ticket)
  desk.events.forEach(freeze)
  return desk
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}
