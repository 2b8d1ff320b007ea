import type { PersonActor } from '#features/people/domain/actor.ts'
import { type KnownPerson, organisationOf, personById } from '#features/people/server/actions.ts'
import { draftFromTicket, readTicket } from '#features/tickets/server/actions.ts'
import { type MailToSend, putMail } from '#integrations/mail/mail-to-send.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Forbidden, InvalidInput, NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { DecisionKind } from '../../domain/room/events.ts'
import { isLeading } from '../../domain/room/rights.ts'
import * as rights from '../../domain/room/rights.ts'
import type { BridgeServices } from '../services.ts'
import * as store from '../store/decided.ts'
import { happens, permit, sceneOf, takeRoom, tellRoom } from './scene.ts'

export type GivenTask = {
  readonly what: string
  readonly ownerId: string
  readonly due: string
  readonly ticketId: string | null
}

/** Gives somebody something to do; they hear of it in their language. */
export async function giveTask(
  platform: Platform,
  services: BridgeServices,
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  given: GivenTask,
): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  permit(rights.during(sceneOf(tx, actor, inHand)))
  const { ownerId, due, ticketId } = given
  const owner = await personById(tx, ownerId)
  if (!owner || owner.disabledAt !== null || owner.roles.every((role) => role === 'requester'))
    throw new InvalidInput([{ path: 'ownerId', code: 'unknown-person' }])
  if (due < tx.now.slice(0, 10)) throw new InvalidInput([{ path: 'due', code: 'day-has-passed' }])
  if (ticketId) await readTicket(tx, actor, ticketId)
  const id = newId()
  const { personId } = actor
  await store.insertTask(tx, { ...given, id, meetingId, givenBy: personId, givenAt: tx.now })
  await happens(tx, meetingId, [{ personId, ticketId, fact: { type: 'task-given', taskId: id, ownerId, due } }])
  if (ownerId !== personId && (await services.mailIsSetUp(tx)))
    await putMail(
      platform,
      tx,
      await taskMail(platform, tx, owner, { ...given, meetingId, from: inHand.meeting.name }),
    )
}

type TaskTold = GivenTask & { readonly meetingId: string; readonly from: Readonly<Record<'nl' | 'en', string>> }

async function taskMail(platform: Platform, tx: Tx, owner: KnownPerson, task: TaskTold): Promise<MailToSend> {
  const { language } = owner
  const { name: organisation } = await organisationOf(tx)
  const due = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  })
  const values = { what: task.what, name: owner.name, organisation, meeting: task.from[language] }
  const say = (key: string) =>
    platform.translate(language, `bridges:mail.task.${key}`, { ...values, due: due.format(new Date(task.due)) })
  return {
    to: { name: owner.name, address: owner.email },
    language,
    subject: say('subject'),
    text: [say('greeting'), say('text'), task.what, say('due')].join('\n\n'),
    links: [{ label: say('link'), url: `${platform.baseUrl}/bridge/${task.meetingId}` }],
    automatic: true,
    ticketId: null,
    files: [],
  }
}

export async function endTask(tx: Tx, actor: PersonActor, id: string, dropped: boolean): Promise<store.Task> {
  const task = await store.findTask(tx, id)
  if (!task) throw new NotFound('task')
  if (![task.ownerId, task.givenBy].includes(actor.personId) && !isLeading(actor))
    throw new Forbidden('not-your-task')
  if (await store.endTask(tx, id, actor.personId, dropped)) {
    const fact = { type: 'task-done', taskId: id, dropped } as const
    await takeRoom(tx, task.meetingId)
    await happens(tx, task.meetingId, [{ personId: actor.personId, ticketId: task.ticketId, fact }])
  }
  return (await store.findTask(tx, id)) ?? task
}

export type GivenDecision = {
  readonly kind: DecisionKind
  readonly what: string
  readonly ticketId: string | null
}

/** Records what the bridge decided, with who was there. */
export async function recordDecision(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  given: GivenDecision,
): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  const { present, lacks, room } = inHand
  permit(rights.decide(sceneOf(tx, actor, inHand), lacks, room.waived?.lacks ?? null))
  const { kind, ticketId } = given
  if (kind === 'ticket-move' && !ticketId) throw new InvalidInput([{ path: 'ticketId', code: 'ticket-required' }])
  if (ticketId) await readTicket(tx, actor, ticketId)
  const id = newId()
  const [{ personId }, quorum] = [actor, lacks.length === 0]
  const there = present.map((one) => one.personId)
  await store.insertDecision(tx, { ...given, id, meetingId, by: personId, at: tx.now, present: there, quorum })
  await happens(tx, meetingId, [{ personId, ticketId, fact: { type: 'decided', decisionId: id, kind, quorum } }])
}

const planOwners = ['plan-owner', 'administrator'] as const

/** What a decision asked for has been done; a known issue of a ticket is written down by it. A change of the plan is for those who own it. */
export async function carryOut(tx: Tx, actor: PersonActor, id: string): Promise<store.Decided> {
  const decided = await store.findDecision(tx, id)
  if (!decided) throw new NotFound('decision')
  if (decided.kind === 'other') throw new Refused({ code: 'nothing-to-carry-out' })
  if (decided.kind === 'plan-change' && !planOwners.some((role) => actor.roles.includes(role)))
    throw new Forbidden('needs-plan-rights')
  if (await store.endDecision(tx, id, actor.personId)) {
    if (decided.kind === 'known-issue' && decided.ticketId)
      await draftFromTicket(tx, actor, { ticketId: decided.ticketId, title: decided.what })
    await tellRoom(tx, decided.meetingId)
  }
  return (await store.findDecision(tx, id)) ?? decided
}
