import type { Instant } from '#features/people/domain/instant.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { actorOf } from '#features/people/server/actions.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { AgendaItem, Meeting } from '#features/bridges/domain/meeting.ts'
import type { ItemOutcome } from '#features/bridges/domain/room/events.ts'
import { keepMeetings } from '#features/bridges/server/keep-meetings.ts'
import { keepSummary, sendMinutes, showMinutes } from '#features/bridges/server/minutes/minutes.ts'
import { refreshAgendas } from '#features/bridges/server/refresh-agendas.ts'
import { begin, end, takeRole, turnTable } from '#features/bridges/server/room/course.ts'
import { carryOut, endTask, giveTask, recordDecision } from '#features/bridges/server/room/decided.ts'
import { moveInRoom } from '#features/bridges/server/room/moves.ts'
import { comeOrStay } from '#features/bridges/server/room/presence.ts'
import { agendaOf } from '#features/bridges/server/store/agenda.ts'
import { openDecisions, openTasks } from '#features/bridges/server/store/decided.ts'
import { openMeetings } from '#features/bridges/server/store/meetings.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Player } from './cast.ts'
import type { DemoDesk, DemoGround } from './desk.ts'
import { issueFor, rememberIssue } from './life.ts'
import { later, momentOn, workday } from './moments.ts'
import { as } from './training.ts'
import type { Said, Trouble } from './troubles.ts'

const services = { mailIsSetUp }
/** A page says every so often that it is there. */
const beat = 50
const itemsAtMost = 4
/** Minutes of earlier meetings stay as they were written down; those of the last ones go out, and are printed. */
const sentOfLastDays = 14

/** Every day the meetings and their agenda are kept up; those of the day are held. */
export async function* bridgeLife(
  desk: DemoDesk,
  ground: DemoGround,
  from: string,
  until: Instant,
): AsyncGenerator<Instant, void> {
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(ground.platform, ground.orgId, work)
  let held = 0
  for (let day = from; momentOn(day, '07:00') <= until; day = addDays(day, 1)) {
    yield momentOn(day, '07:00')
    await within((tx) => keepMeetings(ground.platform, tx, services))
    const meetings = await within((tx) => openMeetings(tx, momentOn(addDays(day, 1), '00:00')))
    for (const meeting of meetings.filter(({ startsAt }) => later(startsAt, meetingSeconds) < until)) {
      yield later(meeting.startsAt, -600)
      await within(refreshAgendas)
      yield meeting.startsAt
      yield* hold({ desk, ground, meeting, nth: held, here: [] }, until)
      held += 1
    }
  }
  yield until
  await within((tx) => keepMeetings(ground.platform, tx, services))
  await within(refreshAgendas)
}

/** No meeting takes longer, its minutes included. */
const meetingSeconds = 3600

type Room = {
  readonly desk: DemoDesk
  readonly ground: DemoGround
  readonly meeting: Meeting
  readonly nth: number
  /** Whose page is open. */
  readonly here: PersonActor[]
}

/** One meeting as its people live it: they come, the host begins, items are talked over, somebody writes it up. */
async function* hold(room: Room, until: Instant): AsyncGenerator<Instant, void> {
  const { desk, ground, meeting, nth } = room
  const [first, second, third] = ground.cast.tiers
  if (!first || !second || !third) return
  const host = third.lead
  const scribe = second.agents[nth % second.agents.length] ?? second.lead
  const agents = [0, 1].map((more) => first.agents[(nth + more) % first.agents.length] ?? first.lead)
  // Of every fifth meeting the help desk misses the beginning: it waits for its quorum.
  const isLate = nth % 5 === 4
  await come(room, [host, scribe, second.lead, ...(isLate ? [] : agents)])
  yield later(desk.now(), 30)
  await attempt(room, host, (tx, actor) => begin(tx, actor, meeting.id))
  await attempt(room, scribe, (tx, actor) => takeRole(tx, actor, meeting.id, 'scribe'))
  if (isLate) {
    yield* wait(room, 3)
    await come(room, agents)
  }
  await finishTasks(room)
  const agenda = await inOrganisation(ground.platform, ground.orgId, (tx) => agendaOf(tx, meeting.id))
  // Tickets first: people wait for those.
  const items = agenda
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => Number(one.ticketId === null) - Number(other.ticketId === null))
    .slice(0, itemsAtMost)
  const solved: Trouble[] = []
  let before: ItemOutcome | undefined
  for (const item of items) {
    const outcome = before
    await attempt(room, host, (tx, actor) => turnTable(tx, actor, meeting.id, { outcome, next: item.id }))
    before = yield* discuss(room, item, solved, agents[0] ?? first.lead)
  }
  const last = before
  if (last)
    await attempt(room, host, (tx, actor) => turnTable(tx, actor, meeting.id, { outcome: last, next: null }))
  await decide(room, host, solved, agents[0] ?? first.lead)
  yield* wait(room, 1)
  await attempt(room, host, (tx, actor) => end(tx, actor, meeting.id))
  yield later(desk.now(), 900)
  const isSent = desk.now() >= later(until, -sentOfLastDays * 86_400)
  await writeUp(room, scribe, { solved, items: items.length, isSent })
}

async function come({ ground, meeting, here }: Room, players: readonly Player[]): Promise<void> {
  await inOrganisation(ground.platform, ground.orgId, async (tx) => {
    for (const { id } of players) {
      const actor = await actorOf(tx, id)
      await comeOrStay(tx, actor, meeting.id)
      here.push(actor)
    }
  })
}

/** So many times the pages say that they are there. */
async function* wait({ desk, ground, meeting, here }: Room, beats: number): AsyncGenerator<Instant, void> {
  for (let turn = 0; turn < beats; turn += 1) {
    yield later(desk.now(), beat)
    await inOrganisation(ground.platform, ground.orgId, async (tx) => {
      for (const actor of here) await comeOrStay(tx, actor, meeting.id)
    })
  }
}

/** What somebody may not do after all, they leave: the others go on. */
async function attempt(
  { ground }: Room,
  player: Player,
  work: (tx: Tx, actor: PersonActor) => Promise<unknown>,
): Promise<boolean> {
  try {
    await as(ground, player, work)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Whoever has it and is about to find the cause finds it here, with all tiers listening; else somebody takes a task along. */
async function* discuss(
  room: Room,
  item: AgendaItem,
  solved: Trouble[],
  helper: Player,
): AsyncGenerator<Instant, ItemOutcome> {
  const { desk, ground, meeting } = room
  const { ticketId } = item
  yield* wait(room, desk.chance.between(2, 6))
  if (ticketId === null) return 'done'
  const { ticket } = await inOrganisation(ground.platform, ground.orgId, (tx) =>
    readTicket(tx, { kind: 'system', name: 'clock' }, ticketId),
  )
  const trouble = desk.troubles.get(ticketId)
  const holder = ground.cast.tiers
    .flatMap((tier) => [tier.lead, ...tier.agents])
    .find(({ id }) => id === ticket.assigneeId)
  const tier = ticket.stage.name === 'investigating' ? ticket.stage.tier : 0
  const isNear = trouble && holder && tier === trouble.tier && ticket.offer === null && ticket.waiting === null
  if (!isNear) return ticket.stage.name === 'investigating' ? 'moved-on' : 'done'
  if (!room.here.some(({ personId }) => personId === holder.id)) await come(room, [holder])
  const requester = Object.values(ground.cast.requesters)
    .flat()
    .find(({ id }) => id === ticket.requesterId)
  const isFound = await attempt(room, holder, (tx, actor) =>
    moveInRoom(tx, actor, meeting.id, {
      ticketId,
      move: {
        move: 'diagnose',
        rootCause: trouble.cause,
        solution: trouble.solution,
        wordingForRequester: trouble.wording[requester?.language ?? 'nl'],
        knownIssue: issueFor(desk, trouble),
      },
      seenVersion: ticket.version,
      source: 'portal',
    }),
  )
  if (isFound) {
    rememberIssue(desk, trouble, await desk.read(holder, ticketId))
    desk.lessons.set(trouble.subject.en, (desk.lessons.get(trouble.subject.en) ?? 0) + 2)
    solved.push(trouble)
    return 'done'
  }
  const due = addDays(desk.now().slice(0, 10), 3)
  const what = {
    nl: `Nagaan of ‘${trouble.subject.nl}’ bij meer mensen in deze golf speelt.`,
    en: `Find out whether more people of this wave have “${trouble.subject.en}”.`,
  }[holder.language]
  await attempt(room, holder, (tx, actor) =>
    giveTask(ground.platform, services, tx, actor, meeting.id, { what, ownerId: helper.id, due, ticketId }),
  )
  return 'parked'
}

/** What was found becomes known to everybody; somebody takes a task along; now and then the plan has to change. */
async function decide(room: Room, host: Player, solved: readonly Trouble[], helper: Player): Promise<void> {
  const { desk, ground, meeting, nth } = room
  const [found] = solved
  if (found) {
    const what = {
      nl: `‘${found.subject.nl}’ als bekend probleem vastleggen, met de oplossing van vandaag.`,
      en: `Record “${found.subject.en}” as a known issue, with the solution of today.`,
    }[host.language]
    await attempt(room, host, (tx, actor) =>
      recordDecision(tx, actor, meeting.id, { kind: 'known-issue', what, ticketId: null }),
    )
  }
  // Of two meetings at least one gives a task, which is done a week later: there are always some of both.
  const task = nth % 3 === 2 ? undefined : tasks[nth % tasks.length]
  if (task) {
    const due = workday(addDays(desk.now().slice(0, 10), 7))
    const given = { what: task[host.language], ownerId: helper.id, due, ticketId: null }
    await attempt(room, host, (tx, actor) => giveTask(ground.platform, services, tx, actor, meeting.id, given))
  }
  if (nth % 6 !== 3) return
  const what = {
    nl: 'De eerste lijn vraagt voortaan meteen een foto van het scherm; het plan krijgt dat als bewijs.',
    en: 'From now on tier 1 asks for a photo of the screen at once; the plan gets it as evidence.',
  }[host.language]
  await attempt(room, host, (tx, actor) =>
    recordDecision(tx, actor, meeting.id, { kind: 'plan-change', what, ticketId: null }),
  )
}

const tasks: readonly Said[] = [
  {
    nl: 'De handleiding voor het inschrijven nalopen: kloppen de schermen nog?',
    en: 'Go through the enrollment guide: are the screens still the same?',
  },
  {
    nl: 'De bekende problemen van deze week bespreken in de weekstart van de servicedesk.',
    en: 'Talk over the known issues of this week when the help desk starts its week.',
  },
  {
    nl: 'Navragen welke telefoons op de vestigingen nog Android 12 hebben.',
    en: 'Ask the branches which phones still run Android 12.',
  },
  {
    nl: 'Uitzoeken welke laptops na het inschrijven niet opnieuw zijn gestart.',
    en: 'Find out which laptops were not restarted after enrollment.',
  },
]

/** Tasks of earlier meetings that their owners have done by now, and known issues that were written down. */
async function finishTasks({ ground, desk }: Room): Promise<void> {
  const decided = await inOrganisation(ground.platform, ground.orgId, (tx) => openDecisions(tx, 'known-issue'))
  const lead = ground.cast.tiers.at(-1)?.lead
  for (const { id } of lead ? decided : [])
    if (lead) await as(ground, lead, (tx, actor) => carryOut(tx, actor, id))
  const open = await inOrganisation(ground.platform, ground.orgId, (tx) => openTasks(tx))
  const players = ground.cast.tiers.flatMap((tier) => [tier.lead, ...tier.agents])
  for (const task of open.filter(({ due }) => due <= desk.now().slice(0, 10))) {
    const owner = players.find(({ id }) => id === task.ownerId)
    if (owner) await as(ground, owner, (tx, actor) => endTask(tx, actor, task.id, false))
  }
}

type Held = { readonly solved: readonly Trouble[]; readonly items: number; readonly isSent: boolean }

async function writeUp({ ground, meeting }: Room, scribe: Player, { solved, items, isSent }: Held): Promise<void> {
  const causes = solved.map(({ cause }) => `\n- ${cause}`).join('')
  const summary = {
    nl: `Besproken punten: ${items}. ${solved.length > 0 ? `Gevonden oorzaken:${causes}` : 'Nog geen nieuwe oorzaken gevonden.'}`,
    en: `Items talked over: ${items}. ${solved.length > 0 ? `Causes found:${causes}` : 'No new causes found yet.'}`,
  }[scribe.language]
  await as(ground, scribe, async (tx, actor) => {
    const before = await showMinutes(tx, actor, meeting.id)
    await keepSummary(tx, actor, meeting.id, { revision: before.revision, summary })
    if (!isSent) return
    const { revision } = await showMinutes(tx, actor, meeting.id)
    await sendMinutes(tx, actor, meeting.id, revision)
  })
}
