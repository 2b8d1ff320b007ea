import { draw } from '../chance/duration.ts'
import { unit } from '../chance/stream.ts'
import { account, enter, withdraw } from './desk.ts'
import { pop, push } from './heap.ts'
import type { Causes, TierModel } from './model.ts'
import { addToSeries, addToTier, addToWhole, clockOf, places, type Run } from './run.ts'
import { inSeries, inTier, inWhole } from './tally.ts'
import { give, kinds, states, take } from './tasks.ts'

/** Where a ticket goes when a piece of work on it is done: evidence up, solution down, the contact tier tells the requester. */
export function goOn(run: Run, task: number, tier: number): void {
  const kind = run.tasks.kind[task] as number
  if (kind === kinds.work) workDone(run, task, tier)
  else if (kind === kinds.look) enter(run, task, tier - 1, kinds.mend)
  else if (kind === kinds.mend) enter(run, task, tier + 1, kinds.work)
  else if (kind === kinds.takeNote) noteTaken(run, task, tier)
  else resolved(run, task)
}

function workDone(run: Run, task: number, tier: number): void {
  const { model, tasks, chance, tiers } = run
  recordWork(run, task, tier)
  const { causes } = model
  if (causes ? knows(run, causes, tasks.cause[task] as number, task, tier) : !passesOn(run, tier)) {
    solved(run, task, tier)
  } else if (tier + 1 < tiers) {
    escalate(run, task, tier)
  } else if (causes) {
    tasks.state[task] = states.withVendor
    push(run.withVendor, (run.time[places.now] as number) + draw(model.vendor, chance.vendor), task)
  } else give(tasks, task)
}

function passesOn(run: Run, tier: number): boolean {
  const { passOn } = run.model.tiers[tier] as TierModel
  if (passOn === 0) return false
  const passes = unit(run.chance.routes) < passOn
  const next = run.model.tiers[tier + 1]
  const now = run.time[places.now] as number
  if (next && now >= run.model.window.from && now < run.model.window.to) {
    account(run, tier + 1)
    const more = 2 * (run.backlog[tier + 1] as number) * next.work.mean + next.work.square
    addToTier(run, tier + 1, inTier.surplusOfPassing, ((passes ? 1 : 0) - passOn) * more)
  }
  return passes
}

function knows(run: Run, causes: Causes, cause: number, task: number, tier: number): boolean {
  if (run.tasks.answered[task] === 1 || tier >= (causes.lowest[cause] as number)) return true
  const { learnt } = causes
  const lessons = run.lessons[cause] as number
  const chance = learnt[lessons < learnt.length ? lessons : learnt.length - 1] as number
  return chance > 0 && unit(run.chance.routes) < chance
}

function escalate(run: Run, task: number, tier: number): void {
  const { sendBack } = run.model
  const back = sendBack > 0 && unit(run.chance.routes) < sendBack
  enter(run, task, tier + 1, back ? kinds.look : kinds.work)
}

/** The cause is known: the tiers below take note of it, and the contact tier tells the requester. */
function solved(run: Run, task: number, tier: number): void {
  const { model } = run
  recordSolved(run, task, tier)
  if (tier === model.entry || !model.causes) {
    resolved(run, task)
    return
  }
  learn(run, task, 1)
  if (model.stepByStep && tier - 1 > model.entry) {
    enter(run, task, tier - 1, kinds.takeNote)
    return
  }
  if (!model.stepByStep) {
    for (let between = tier - 1; between > model.entry; between -= 1)
      enter(run, copyOf(run, task), between, kinds.takeNote)
  }
  enter(run, task, model.entry, kinds.contact)
}

function recordSolved(run: Run, task: number, tier: number): void {
  addToSeries(run, tier, inSeries.solved, 1)
  run.tasks.solvedAt[task] = clockOf(run, run.tiers)
}

function learn({ lessons, tasks }: Run, task: number, times: number): void {
  const cause = tasks.cause[task] as number
  lessons[cause] = (lessons[cause] as number) + times
}

/** A solution that goes down to all at once is a piece of work in each tier. */
function copyOf({ tasks, tiers }: Run, task: number): number {
  const copy = take(tasks, tiers)
  tasks.priority[copy] = tasks.priority[task] as number
  tasks.cause[copy] = tasks.cause[task] as number
  tasks.openedAt[copy] = tasks.openedAt[task] as number
  tasks.solvedAt[copy] = tasks.solvedAt[task] as number
  return copy
}

function noteTaken(run: Run, task: number, tier: number): void {
  const { model, tasks } = run
  const { targets } = model.tiers[tier] as TierModel
  const since = clockOf(run, tier) - (tasks.enteredAt[task] as number)
  addToSeries(run, tier, inSeries.noted, 1)
  if (since < targets.takeNote[tasks.priority[task] as 0 | 1 | 2 | 3])
    addToSeries(run, tier, inSeries.notedInTime, 1)
  if (!model.stepByStep) give(tasks, task)
  else if (tier - 1 > model.entry) enter(run, task, tier - 1, kinds.takeNote)
  else enter(run, task, model.entry, kinds.contact)
}

function resolved(run: Run, task: number): void {
  const { model, tasks, tiers } = run
  const minutes = clockOf(run, tiers) - (tasks.openedAt[task] as number)
  addToWhole(run, inWhole.resolved, 1)
  if (minutes < model.overall.resolve[tasks.priority[task] as 0 | 1 | 2 | 3])
    addToWhole(run, inWhole.resolvedInTime, 1)
  give(tasks, task)
}

function recordWork(run: Run, task: number, tier: number): void {
  const { model, tasks, tiers } = run
  const { targets } = model.tiers[tier] as TierModel
  addToSeries(run, tier, inSeries.worked, 1)
  if ((tasks.worked[task * tiers + tier] as number) < targets.work[tasks.priority[task] as 0 | 1 | 2 | 3])
    addToSeries(run, tier, inSeries.workedInTime, 1)
}

/** The vendor has answered: the tier that asked goes on with what it now knows. */
export function vendorAnswers(run: Run): void {
  const task = pop(run.withVendor)
  run.tasks.answered[task] = 1
  enter(run, task, run.tiers - 1, kinds.work)
}

/** Keys and pieces that a bridge left waiting. */
const later: number[] = []

/**
 * A bridge ends. Those present looked together at what waited longest above the contact tier, the highest tier's first: a cause that
 * someone inside can find was found, and everyone there took note of it.
 */
export function bridgeEnds(run: Run, minutes: number): void {
  const { model, tasks, tiers } = run
  const { causes, bridge } = model
  if (!causes) return
  let left = Math.floor(minutes / bridge.minutesPerItem)
  for (let tier = tiers - 1; tier > model.entry && left > 0; tier -= 1) {
    const queue = run.queues[tier] as Run['withVendor']
    let looks = queue.size
    while (left > 0 && looks > 0) {
      looks -= 1
      const key = queue.keys[0] as number
      const task = pop(queue)
      const suits =
        tasks.kind[task] === kinds.work && (causes.lowest[tasks.cause[task] as number] as number) < tiers
      if (!suits) {
        later.push(key, task)
        continue
      }
      left -= 1
      withdraw(run, task, tier)
      recordSolved(run, task, tiers - 1)
      learn(run, task, bridge.lessons)
      enter(run, task, model.entry, kinds.contact)
    }
    for (let index = 0; index < later.length; index += 2)
      push(queue, later[index] as number, later[index + 1] as number)
    later.length = 0
  }
}
