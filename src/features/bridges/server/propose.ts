import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { type KnownPerson, leadsOf } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { addSupportMinutes } from '#features/plan/domain/support-hours.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { type TicketHeard, ticketsNamed } from '#features/tickets/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import type { Meeting, Why } from '../domain/meeting.ts'
import type { QueueBurst } from '../domain/queue.ts'
import { callBridge } from './call.ts'
import { askWhetherToMeet, proposalOver } from './proposal-notices.ts'
import { readBursts } from './queue.ts'
import type { BridgeServices } from './services.ts'
import { openMeetings } from './store/meetings.ts'
import {
  answerProposal,
  endProposals,
  findProposal,
  insertProposal,
  lastAbout,
  openProposals,
  type Proposal,
  seenAgain,
} from './store/proposals.ts'
import { tellOfBurst } from './tell-channel.ts'
import { tellPages } from './tell-pages.ts'

/** A standing bridge within so many support minutes is soon enough: nobody is called together before it. */
const soonMinutes = 480
/** What was not seen for so long is over; seen again later, it is a new one. */
const overAfterHours = 48

type Wanted = Pick<Proposal, 'reason' | 'about' | 'why' | 'ticketIds'>

/** Proposes a bridge for each burst that triage found, once; ends proposals that nobody needs any more. */
export async function proposeForBursts(platform: Platform, tx: Tx, services: BridgeServices): Promise<void> {
  const plan = await publishedPlan(tx)
  if (!plan) return
  await endOutlived(tx)
  for (const burst of await readBursts(tx)) {
    const wanted = proposalFor(burst)
    await tellOfBurst(platform, tx, plan.document, wanted)
    await propose(platform, tx, services, plan.document, wanted)
  }
}

/** Tiers keep returning a ticket to each other: its leads are asked whether all should meet about it. */
export async function proposeForBounces(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  { plan, ticket, number }: TicketHeard,
): Promise<void> {
  if (!ticket.onBridge || ticket.bounces < plan.process.bounceCap) return
  await propose(platform, tx, services, plan, {
    reason: 'bounce-cap',
    about: `ticket:${ticket.id}`,
    why: { number, bounces: ticket.bounces },
    ticketIds: [ticket.id],
  })
}

/** A lead calls the bridge that was proposed, or lets it be. */
export async function answer(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  given: {
    readonly id: string
    readonly call: boolean
    readonly startsAt: Instant | null
    readonly minutes: number
  },
): Promise<Meeting | null> {
  const proposal = await findProposal(tx, given.id)
  if (!proposal) throw new NotFound('proposal')
  if (proposal.state !== 'open') throw new Refused({ code: 'proposal-answered' })
  const mayAnswer = actor.roles.some(
    (role) => role === 'lead' || role === 'plan-owner' || role === 'administrator',
  )
  if (!mayAnswer) throw new Refused({ code: actor.roles.includes('auditor') ? 'reads-only' : 'not-the-arranger' })
  const meeting = given.call ? await callFor(platform, tx, services, actor, { ...given, proposal }) : null
  const by = actor.personId
  await answerProposal(tx, proposal.id, {
    state: meeting ? 'called' : 'let-be',
    by,
    meetingId: meeting?.id ?? null,
  })
  await proposalOver(tx, proposal.id)
  await tellPages(tx, 'all')
  return meeting
}

async function callFor(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  actor: PersonActor,
  given: { readonly proposal: Proposal; readonly startsAt: Instant | null; readonly minutes: number },
): Promise<Meeting> {
  const { proposal, startsAt, minutes } = given
  const named = await ticketsNamed(tx, proposal.ticketIds)
  const open = [...named.values()]
    .filter(({ stage }) => stage !== 'closed')
    .toSorted((one, other) => one.number - other.number)
  return callBridge(platform, tx, services, actor, {
    reason: proposal.reason,
    words: '',
    ticketIds: open.map(({ id }) => id),
    startsAt,
    minutes,
    meetingLink: null,
    why: { kind: proposal.reason === 'burst' ? 'burst' : 'bounced', why: proposal.why },
  })
}

async function propose(
  platform: Platform,
  tx: Tx,
  services: BridgeServices,
  plan: SupportPlan,
  wanted: Wanted,
): Promise<void> {
  const before = await lastAbout(tx, wanted.about, hoursBefore(tx.now, overAfterHours))
  if (before) return seenAgain(tx, before.id, wanted.why, wanted.ticketIds)
  if (await isStandingSoon(tx, plan)) return
  const id = newId()
  const isNew = await insertProposal(tx, { ...wanted, id, proposedAt: tx.now, seenAt: tx.now })
  if (!isNew) return
  await tellPages(tx, 'all')
  await tellLeads(platform, tx, services, plan, { ...wanted, id })
}

async function isStandingSoon(tx: Tx, plan: SupportPlan): Promise<boolean> {
  const soon = addSupportMinutes(hoursOf(plan, plan.process.targetHours), tx.now, soonMinutes)
  const open = await openMeetings(tx, soon)
  return open.some(
    ({ standing, startsAt, state }) => standing !== null && (state === 'running' || startsAt > tx.now),
  )
}

async function tellLeads(
  platform: Platform,
  tx: Tx,
  { mailIsSetUp }: BridgeServices,
  plan: SupportPlan,
  { id, reason, why }: Wanted & { readonly id: string },
): Promise<void> {
  const leads = new Map<string, KnownPerson>()
  for (const { team } of plan.teams.tiers) for (const lead of await leadsOf(tx, team)) leads.set(lead.id, lead)
  if (leads.size === 0) return
  await askWhetherToMeet(tx, { id, reason }, [...leads.keys()])
  await announce(tx, { topic: 'bridge-proposed', subject: id, audience: { persons: [...leads.keys()] } })
  if (!(await mailIsSetUp(tx))) return
  for (const lead of leads.values()) {
    const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
      platform.translate(lead.language, `bridges:mail.${key}`, values)
    const values = mailValues(plan, lead.language, why)
    await putMail(platform, tx, {
      to: { name: lead.name, address: lead.email },
      language: lead.language,
      subject: say(`proposed.${reason}.subject`, values),
      text: [
        say('greeting', { name: lead.name }),
        say(`proposed.${reason}.text`, values),
        say('proposed.answer'),
      ].join('\n\n'),
      links: [{ label: say('open'), url: `${platform.baseUrl}/bridge` }],
      automatic: true,
      ticketId: null,
      files: [],
    })
  }
}

/** What a burst has in common, in words of the plan. */
function mailValues(plan: SupportPlan, language: 'nl' | 'en', why: Why): Record<string, unknown> {
  const category = plan.process.categories.find(({ key }) => key === why['category'])?.name[language]
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  const wave = waves.find(({ key }) => key === why['wave'])?.name[language]
  const common = [why['code'], why['failure'], why['words'], why[language], wave, category]
    .filter((one) => one !== undefined && one !== '')
    .join(', ')
  return { ...why, common }
}

function proposalFor({ kind, about, values, tickets }: QueueBurst): Wanted {
  return {
    reason: 'burst',
    about,
    why: { of: kind, ...values, count: tickets.length, tickets: tickets.map(({ number }) => String(number)) },
    ticketIds: tickets.map(({ id }) => id),
  }
}

async function endOutlived(tx: Tx): Promise<void> {
  const open = await openProposals(tx)
  const tickets = await ticketsNamed(
    tx,
    open.flatMap(({ ticketIds }) => ticketIds),
  )
  const notSeenSince = hoursBefore(tx.now, overAfterHours)
  const over = open.filter(({ reason, seenAt, ticketIds }) =>
    reason === 'burst'
      ? seenAt < notSeenSince
      : !ticketIds.some((id) => tickets.get(id)?.onBridge && tickets.get(id)?.stage !== 'closed'),
  )
  await endProposals(
    tx,
    over.map(({ id }) => id),
  )
  for (const { id } of over) await proposalOver(tx, id)
  if (over.length > 0) await tellPages(tx, 'all')
}

function hoursBefore(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) - hours * 3_600_000).toISOString()
}
