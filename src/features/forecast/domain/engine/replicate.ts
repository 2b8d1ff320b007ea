import { unit } from '../chance/stream.ts'
import { draw } from '../chance/duration.ts'
import { exponential } from '../chance/ziggurat.ts'
import { account, enter, finish, giveUp, noteDone, startNext } from './desk.ts'
import { pop, push, shiftKeys } from './heap.ts'
import type { Causes, Model } from './model.ts'
import { addToSeries, addToWhole, begin, clockOf, places, type Run } from './run.ts'
import { clearTally, inSeries, inWhole, type Tally } from './tally.ts'
import { kinds, states, take } from './tasks.ts'
import { bridgeEnds, goOn, vendorAnswers } from './way.ts'

/** What happens next, when it is not work that is done in a tier (that tier's position, from 0 on). */
const happens = {
  arrival: -1,
  vendorAnswers: -2,
  patienceEnds: -3,
  bridgeEnds: -4,
  turn: -5,
  stretchEnds: -6,
} as const

/**
 * Plays the model once and measures it into `tally`. A replication depends on its seed and number alone: not on what was played
 * before it, nor on the machine.
 */
export function replicate(model: Model, seed: number, replication: number, tally: Tally): void {
  clearTally(tally)
  const run = begin(model, tally, seed, replication)
  const { calendar, window, arrivals } = model
  const last = window.drain ? window.to + (window.to - window.from) : window.to
  const { time, doneAt, tiers, withVendor, givingUp } = run
  const { bridgeEnds: bridges } = calendar
  let calendarAt = 0
  let bridgeAt = 0
  let stretchEnds = window.stretch
  let rateAt = planArrival(run, arrivals, 0, 0)
  for (;;) {
    let next = time[places.nextArrival] as number
    let what: number = happens.arrival
    for (let tier = 0; tier < tiers; tier += 1) {
      const done = doneAt[tier] as number
      if (done < next) {
        next = done
        what = tier
      }
    }
    if (withVendor.size > 0 && (withVendor.keys[0] as number) < next) {
      next = withVendor.keys[0] as number
      what = happens.vendorAnswers
    }
    if (givingUp.size > 0 && (givingUp.keys[0] as number) < next) {
      next = givingUp.keys[0] as number
      what = happens.patienceEnds
    }
    if (bridgeAt < bridges.length && (bridges[bridgeAt] as number) <= next) {
      next = bridges[bridgeAt] as number
      what = happens.bridgeEnds
    }
    if (calendarAt < calendar.at.length && (calendar.at[calendarAt] as number) <= next) {
      next = calendar.at[calendarAt] as number
      what = happens.turn
    }
    if (stretchEnds <= next) {
      next = stretchEnds
      what = happens.stretchEnds
    }
    if (next >= window.to && (!window.drain || next > last || time[places.outstanding] === 0)) break
    time[places.now] = next
    if (what >= 0) goOn(run, finish(run, what), what)
    else if (what === happens.arrival) {
      arrive(run)
      rateAt = planArrival(run, arrivals, rateAt, next)
    } else if (what === happens.vendorAnswers) vendorAnswers(run)
    else if (what === happens.patienceEnds) patienceEnds(run, next)
    else if (what === happens.bridgeEnds) {
      bridgeEnds(run, calendar.bridgeMinutes[bridgeAt] as number)
      bridgeAt += 1
    } else if (what === happens.turn) {
      turn(run, calendarAt)
      calendarAt += 1
    } else {
      endStretch(run)
      stretchEnds += window.stretch
    }
  }
  time[places.now] = window.to
  for (let tier = 0; tier < run.tiers; tier += 1) account(run, tier)
}

/** Draws when the next ticket comes: an exponential share of the rate's area under time. */
function planArrival(run: Run, { until, perMinute }: Model['arrivals'], from: number, now: number): number {
  let area = exponential(run.chance.arrivals)
  let at = from
  let start = now
  for (;;) {
    const rate = perMinute[at] as number
    const end = until[at] as number
    const here = rate * (end - start)
    if (area < here || at === until.length - 1) {
      run.time[places.nextArrival] = rate > 0 ? start + area / rate : Infinity
      return at
    }
    area -= here
    start = end
    at += 1
  }
}

function arrive(run: Run): void {
  const { model, tasks, chance, tiers, time } = run
  const task = take(tasks, tiers)
  tasks.openedAt[task] = clockOf(run, tiers)
  tasks.priority[task] = chosen(model.priorities, chance)
  tasks.cause[task] = model.causes ? chosenCause(model.causes, unit(chance.marks)) : 0
  addToWhole(run, inWhole.opened, 1)
  enter(run, task, model.entry, kinds.work)
  if (!model.patience) return
  const givesUpAt = (time[places.now] as number) + draw(model.patience, chance.patience)
  if (tasks.state[task] !== states.waiting) return
  tasks.givesUpAt[task] = givesUpAt
  push(run.givingUp, givesUpAt, task)
}

function chosen(cumulative: readonly number[], { marks }: Run['chance']): number {
  const at = unit(marks)
  let index = 0
  while (index < cumulative.length - 1 && at >= (cumulative[index] as number)) index += 1
  return index
}

/** Begins where the guide points, so that few steps are left. */
function chosenCause({ cumulative, guide }: Causes, at: number): number {
  let cause = guide[Math.floor(at * guide.length)] as number
  while (cause < cumulative.length - 1 && (cumulative[cause] as number) <= at) cause += 1
  return cause
}

/** Rows are used again, so what was planned for an earlier ticket is told by its moment. */
function patienceEnds(run: Run, at: number): void {
  const task = pop(run.givingUp)
  const { tasks, model } = run
  if (tasks.state[task] === states.waiting && tasks.givesUpAt[task] === at) giveUp(run, task, model.entry)
}

/** Agents come or go, or support opens or closes. When nobody is left, work that was begun stands still until somebody is there. */
function turn(run: Run, index: number): void {
  const { calendar } = run.model
  const now = run.time[places.now] as number
  const clock = calendar.clock[index] as number
  const agents = calendar.agents[index] as number
  if (clock < run.tiers) account(run, clock)
  run.clockAt[clock] = clockOf(run, clock)
  run.clockSince[clock] = now
  run.clockRuns[clock] = calendar.open[index] as number
  if (clock === run.tiers) return
  const before = run.agents[clock] as number
  run.agents[clock] = agents
  if (before > 0 && agents === 0) run.stoppedAt[clock] = now
  if (before === 0 && agents > 0)
    shiftKeys(run.atWork[clock] as Run['withVendor'], now - (run.stoppedAt[clock] as number))
  noteDone(run, clock)
  if (agents > before) startNext(run, clock)
}

function endStretch(run: Run): void {
  for (let tier = 0; tier < run.tiers; tier += 1) {
    addToSeries(run, tier, inSeries.waitingAtEnd, (run.present[tier] as number) - (run.busy[tier] as number))
  }
  if (run.stretch < run.tally.stretches - 1) run.stretch += 1
}
