import { draw } from '../chance/duration.ts'
import { pop, push } from './heap.ts'
import type { Model, TierModel } from './model.ts'
import { addToSeries, addToTier, addToWhole, clockOf, places, type Run } from './run.ts'
import { inSeries, inTier, inWhole } from './tally.ts'
import { give, kinds, states } from './tasks.ts'
import { classOf } from './wait-classes.ts'

/** Adds up what has been since the last change in a tier, within the window; and in the next, if that goes by this one's pace. */
export function account(run: Run, tier: number): void {
  if (run.fed[tier + 1] === 1) addUp(run, tier + 1)
  addUp(run, tier)
}

function addUp(run: Run, tier: number): void {
  const now = run.time[places.now] as number
  const since = run.countedTo[tier] as number
  if (now === since) return
  run.countedTo[tier] = now
  const agents = run.agents[tier] as number
  const drains = agents === 0 ? 0 : (run.busy[tier] as number)
  const before = run.backlog[tier] as number
  run.backlog[tier] = before - drains * (now - since)
  const { from, to } = run.model.window
  const begin = since > from ? since : from
  const span = (now < to ? now : to) - begin
  if (span <= 0) return
  const backlog = span * (before - drains * (begin - since + span / 2))
  addToTier(run, tier, inTier.inTierMinutes, span * (run.present[tier] as number))
  addToTier(run, tier, inTier.backlogMinutes, backlog)
  if (run.fed[tier] === 1) addToTier(run, tier, inTier.fedBacklogMinutes, backlog * (run.busy[tier - 1] as number))
  if (run.clockRuns[tier] === 1) addToTier(run, tier, inTier.openMinutes, span)
  if (agents === 0) return
  addToTier(run, tier, inTier.busyMinutes, span * drains)
  addToTier(run, tier, inTier.agentMinutes, span * agents)
}

/** A piece of work comes to a tier: an agent who is free begins at once, else it waits in the queue. */
export function enter(run: Run, task: number, tier: number, kind: number): void {
  const { tasks, time, model } = run
  const now = time[places.now] as number
  account(run, tier)
  tasks.tier[task] = tier
  tasks.kind[task] = kind
  tasks.enteredAt[task] = clockOf(run, tier)
  const counts = now >= model.window.from && now < model.window.to
  tasks.counted[task] = counts ? 1 : 0
  run.present[tier] = (run.present[tier] as number) + 1
  const work = samplerOf(model.tiers[tier] as TierModel, kind)
  const minutes = draw(work, run.chance.work[tier] as Int32Array)
  const backlog = run.backlog[tier] as number
  tasks.minutes[task] = minutes
  run.backlog[tier] = backlog + minutes
  addToSeries(run, tier, inSeries.visits, 1)
  addToSeries(run, tier, inSeries.arrivedMinutes, minutes)
  if (counts) {
    addToTier(run, tier, inTier.visits, 1)
    addToTier(run, tier, inTier.arrivedMinutes, minutes)
    if (!model.causes) {
      const usual = 2 * backlog * work.mean + work.square
      addToTier(run, tier, inTier.surplusOfComing, usual)
      addToTier(run, tier, inTier.surplusOfWork, minutes * (2 * backlog + minutes) - usual)
    }
    time[places.outstanding] = (time[places.outstanding] as number) + 1
  }
  const queue = run.queues[tier]
  if (!queue) return
  if (queue.size === 0 && (run.busy[tier] as number) < (run.agents[tier] as number)) {
    start(run, task, tier)
    return
  }
  tasks.state[task] = states.waiting
  time[places.serial] = (time[places.serial] as number) + 1
  push(queue, dueKey(run, task, tier), task)
}

/** Of those due together the first comes first: the number of the piece breaks ties, a ten-millionth of a minute each. */
function dueKey(run: Run, task: number, tier: number): number {
  const { tasks, time, model } = run
  const allowed =
    model.queue === 'due' ? allowedMinutes(model, tier, tasks.kind[task] as number, tasks.priority[task] as 0) : 0
  return (tasks.enteredAt[task] as number) + allowed + (time[places.serial] as number) * 1e-7
}

function allowedMinutes({ tiers, overall }: Model, tier: number, kind: number, priority: 0 | 1 | 2 | 3): number {
  const { targets } = tiers[tier] as TierModel
  if (kind === kinds.takeNote) return targets.takeNote[priority]
  return kind === kinds.contact ? overall.contact[priority] : targets.acknowledge[priority]
}

/** Work begins that waited, as long as somebody is free. */
export function startNext(run: Run, tier: number): void {
  const queue = run.queues[tier]
  if (!queue) return
  while (queue.size > 0 && (run.busy[tier] as number) < (run.agents[tier] as number)) {
    const task = pop(queue)
    if (run.tasks.state[task] === states.gone) give(run.tasks, task)
    else start(run, task, tier)
  }
}

function start(run: Run, task: number, tier: number): void {
  const { tasks, time, model } = run
  const kind = tasks.kind[task] as number
  const priority = tasks.priority[task] as 0 | 1 | 2 | 3
  const wait = clockOf(run, tier) - (tasks.enteredAt[task] as number)
  const own = model.tiers[tier] as TierModel
  const minutes = tasks.minutes[task] as number
  tasks.state[task] = states.atWork
  tasks.givesUpAt[task] = -1
  const row = task * run.tiers + tier
  tasks.worked[row] = (tasks.worked[row] as number) + minutes
  run.busy[tier] = (run.busy[tier] as number) + 1
  push(run.atWork[tier] as Run['withVendor'], (time[places.now] as number) + minutes, task)
  noteDone(run, tier)
  if (tasks.counted[task] === 1) recordWait(run, tier, wait)
  addToSeries(run, tier, inSeries.begun, 1)
  addToSeries(run, tier, inSeries.waitMinutes, wait)
  if (kind === kinds.work || kind === kinds.look) {
    addToSeries(run, tier, inSeries.acknowledged, 1)
    if (wait < own.targets.acknowledge[priority]) addToSeries(run, tier, inSeries.acknowledgedInTime, 1)
  }
  if (kind === kinds.contact) {
    const since = clockOf(run, run.tiers) - (tasks.solvedAt[task] as number)
    addToWhole(run, inWhole.contacted, 1)
    if (since < model.overall.contact[priority]) addToWhole(run, inWhole.contactedInTime, 1)
  }
}

/** Keeps at hand when work in a tier will next be done; never, while nobody is there. */
export function noteDone(run: Run, tier: number): void {
  const { size, keys } = run.atWork[tier] as Run['withVendor']
  run.doneAt[tier] = size > 0 && (run.agents[tier] as number) > 0 ? (keys[0] as number) : Infinity
}

function samplerOf(tier: TierModel, kind: number): TierModel['work'] {
  if (kind === kinds.work) return tier.work
  if (kind === kinds.takeNote) return tier.takeNote
  if (kind === kinds.contact) return tier.contact
  return kind === kinds.look ? tier.look : tier.mend
}

function recordWait(run: Run, tier: number, wait: number): void {
  if (wait > 0) addToTier(run, tier, inTier.waited, 1)
  addToTier(run, tier, inTier.waitMinutes, wait)
  const waits = run.tally.waits[tier] as Uint32Array
  const at = classOf(wait)
  waits[at] = (waits[at] as number) + 1
}

/** The work that is done first in a tier is done: the agent takes the next. Returns the task. */
export function finish(run: Run, tier: number): number {
  account(run, tier)
  const task = pop(run.atWork[tier] as Run['withVendor'])
  noteDone(run, tier)
  run.busy[tier] = (run.busy[tier] as number) - 1
  leave(run, task, tier)
  startNext(run, tier)
  return task
}

/** A piece of work leaves a tier. */
function leave(run: Run, task: number, tier: number): void {
  const { tasks, time } = run
  const stay = clockOf(run, tier) - (tasks.enteredAt[task] as number)
  run.present[tier] = (run.present[tier] as number) - 1
  addToSeries(run, tier, inSeries.stays, 1)
  addToSeries(run, tier, inSeries.stayMinutes, stay)
  if (tasks.counted[task] !== 1) return
  addToTier(run, tier, inTier.stays, 1)
  addToTier(run, tier, inTier.stayMinutes, stay)
  time[places.outstanding] = (time[places.outstanding] as number) - 1
}

/** A requester waits no longer. The piece stays in the queue, marked, until its turn would have come. */
export function giveUp(run: Run, task: number, tier: number): void {
  run.tasks.state[task] = states.gone
  if (run.tasks.counted[task] === 1) {
    recordWait(run, tier, clockOf(run, tier) - (run.tasks.enteredAt[task] as number))
    addToTier(run, tier, inTier.gaveUp, 1)
  }
  withdraw(run, task, tier)
}

/** A piece of work leaves a tier before anybody there began it. */
export function withdraw(run: Run, task: number, tier: number): void {
  account(run, tier)
  run.backlog[tier] = (run.backlog[tier] as number) - (run.tasks.minutes[task] as number)
  leave(run, task, tier)
}
