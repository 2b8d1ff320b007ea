import type { Actor } from '#features/people/domain/actor.ts'
import {
  type KnownPerson,
  leadsOf,
  organisationOf,
  personById,
  personsWithRole,
} from '#features/people/server/actions.ts'
import { type Finding, ticketsPerHour } from '#features/devices/domain/findings.ts'
import {
  findingInHand,
  type FindingListener,
  findingTold,
  ticketsForFindings,
} from '#features/devices/server/actions.ts'
import { highestTier } from '#features/plan/domain/lookup.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { alreadySaid, categoryOfFinding, evidenceOfFinding } from '../domain/detected.ts'
import { moveTicket, openTicket, reserveNumber } from './actions.ts'
import { detectedWords, detectedNote } from './detected-words.ts'
import { ownTicketsOf } from './store/for-findings.ts'

const detection: Actor = { kind: 'system', name: 'detection' }
/** A ticket that was opened longer ago is about something else. */
const sameWithinDays = 14

type Told = { readonly ticketId: string; readonly number: number; readonly opened: boolean }

/**
 * What the plan wants of a finding: a ticket for whom it concerns, a note in the one in which they said it already, or a hint. One failure
 * has one ticket, in whatever order it is polled, reported and heard of again: findings of an organisation are told one after the other.
 */
export const ticketFindingListener: FindingListener = async (platform, tx, findingId) => {
  const finding = await findingInHand(tx, findingId)
  if (!finding || finding.state === 'gone' || finding.state === 'dismissed') return
  if (finding.state === 'ticket' && finding.times <= finding.toldTimes) return
  const plan = await publishedPlan(tx)
  if (!plan) return
  if (finding.ticketId !== null && (await noteAgain(platform, tx, finding, finding.ticketId))) return
  if (finding.wanted === 'ticket') {
    if (await tell(platform, tx, plan.document, finding, { isAsked: false })) return
  }
  await findingTold(tx, finding, null)
}

/** Somebody at the desk wants a ticket for a hint. */
export async function openForFinding(platform: Platform, tx: Tx, findingId: string): Promise<Told> {
  const finding = await findingInHand(tx, findingId)
  if (!finding) throw new NotFound('finding')
  if (finding.state === 'ticket') throw new Refused({ code: 'finding-has-ticket' })
  if (finding.state === 'gone' || finding.state === 'dismissed') throw new Refused({ code: 'finding-over' })
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  const told = await tell(platform, tx, plan.document, finding, { isAsked: true })
  if (!told) throw new Refused({ code: 'finding-has-nobody' })
  return told
}

/** It happened again, and its ticket is still open. */
async function noteAgain(platform: Platform, tx: Tx, finding: Finding, ticketId: string): Promise<boolean> {
  const { language, timeZone } = await organisationOf(tx)
  const text = detectedNote(platform, language, timeZone, finding, 'again')
  if (!(await noted(tx, ticketId, text))) return false
  await findingTold(tx, finding, { id: ticketId, opened: finding.opened })
  return true
}

async function tell(
  platform: Platform,
  tx: Tx,
  plan: SupportPlan,
  finding: Finding,
  { isAsked }: { readonly isAsked: boolean },
): Promise<Told | null> {
  const requester = await requesterOf(tx, plan, finding)
  if (!requester) return null
  const { language, timeZone } = await organisationOf(tx)
  const category = categoryOfFinding(plan, finding)
  const since = new Date(Date.parse(tx.now) - sameWithinDays * 86_400_000).toISOString()
  // Microsoft shows a failure when it may be solved already; whoever asks for a ticket gets one all the same.
  const closedSince = finding.kind === 'enrollment-failure' && !isAsked ? finding.lastAt : tx.now
  const said = alreadySaid(finding, category, await ownTicketsOf(tx, requester.id, since, closedSince))
  if (said?.isClosed) {
    await findingTold(tx, finding, { id: said.id, opened: false })
    return { ticketId: said.id, number: said.number, opened: false }
  }
  const beside = said && (await noted(tx, said.id, detectedNote(platform, language, timeZone, finding, 'beside')))
  if (said && beside) {
    await findingTold(tx, finding, { id: said.id, opened: false })
    return { ticketId: said.id, number: said.number, opened: false }
  }
  // More than this in an hour is one cause: the tickets show it as a burst, and the rest are hints.
  if (!isAsked && (await ticketsForFindings(tx)) >= ticketsPerHour) return null
  const note = detectedNote(platform, language, timeZone, finding, 'opened')
  const { ticket, number } = await openTicket(tx, detection, await reserveNumber(platform, tx.orgId), {
    ...detectedWords(platform, requester.language, timeZone, finding),
    requesterId: requester.id,
    source: 'detection',
    category,
    platform: finding.platform,
    ...{ impact: null, urgency: null, files: [] },
    evidence: evidenceOfFinding(plan, finding, category, note).map(({ key, value }) => ({
      key,
      value,
      files: [],
    })),
  })
  await noted(tx, ticket.id, note)
  await findingTold(tx, finding, { id: ticket.id, opened: true })
  return { ticketId: ticket.id, number, opened: true }
}

/** Whom it concerns; of what the organisation has, the lead of the team that looks after Intune. */
async function requesterOf(tx: Tx, plan: SupportPlan, { kind, personId }: Finding): Promise<KnownPerson | null> {
  if (kind === 'enrollment-failure' || kind === 'silent-device') {
    const person = personId === null ? null : await personById(tx, personId)
    return person && person.disabledAt === null ? person : null
  }
  const leads = await leadsOf(tx, highestTier(plan).team)
  const [lead] = [...leads, ...(await personsWithRole(tx, 'plan-owner'))].filter((one) => one.disabledAt === null)
  return lead ?? null
}

/** False where the ticket takes no notes any more. */
async function noted(tx: Tx, ticketId: string, text: string): Promise<boolean> {
  try {
    await moveTicket(tx, detection, { ticketId, move: { move: 'note', text, files: [] }, seenVersion: null })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
