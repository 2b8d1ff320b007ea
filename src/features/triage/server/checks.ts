import { hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import { issueIndex, recordUse, takeBackUse } from '#features/knowledge/server/actions.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import type { CheckState } from '../domain/checks.ts'
import { checksOf } from './candidates.ts'
import { dropTick, keepTick } from './store/checks.ts'
import { dropOutcome, keepOutcome, outcomesOn } from './store/outcomes.ts'

const listening = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']

type Check = {
  readonly issueId: string
  readonly check: number
  readonly words: string
  readonly state: CheckState | 'open'
  readonly note: string
}

/** Says what became of a check on a ticket. Refused with `check-changed` when it reads otherwise by now. */
export async function tick(platform: Platform, tx: Tx, actor: PersonActor, ticketId: string, given: Check) {
  await workOn(tx, actor, ticketId)
  const issue = await issueNamed(platform, tx, given.issueId)
  const words = checksOf(issue)[given.check]
  if (words?.en !== given.words) throw new Refused({ code: 'check-changed' })
  const { issueId, state, note } = given
  if (state === 'open') await dropTick(tx, ticketId, issueId, words)
  else await keepTick(tx, ticketId, { issueId, words, state, note, by: actor.personId, at: tx.now })
  await tell(tx, ticketId)
}

/**
 * Says whether an issue helped; that counts for the ranking of candidates, and for the issue itself, until it is taken back. Refused with
 * `contact-stands` where the requester has found it out.
 */
export async function sayOutcome(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  ticketId: string,
  { issueId, helped }: { readonly issueId: string; readonly helped: boolean | null },
) {
  const ticket = await workOn(tx, actor, ticketId)
  await issueNamed(platform, tx, issueId)
  if (helped === null) await takeBack(tx, ticketId, issueId)
  else {
    const { platform: device, wave } = ticket
    const said = {
      ticketId,
      issueId,
      helped,
      saidBy: 'agent',
      platform: device,
      wave,
      by: actor.personId,
    } as const
    if (!(await keepOutcome(tx, said))) throw new Refused({ code: 'contact-stands' })
    await recordUse(tx, {
      issueId,
      ticketId,
      kind: helped ? 'helped' : 'not-helped',
      personId: actor.personId,
      tier: 'tier' in ticket.stage ? ticket.stage.tier : null,
    })
  }
  await tell(tx, ticketId)
}

async function takeBack(tx: Tx, ticketId: string, issueId: string): Promise<void> {
  if (await dropOutcome(tx, ticketId, issueId)) return takeBackUse(tx, { ticketId, issueId })
  const standing = (await outcomesOn(tx, ticketId)).find((one) => one.issueId === issueId)
  if (standing?.saidBy === 'contact') throw new Refused({ code: 'contact-stands' })
}

async function workOn(tx: Tx, actor: PersonActor, ticketId: string): Promise<Ticket> {
  const { ticket } = await readTicket(tx, actor, ticketId)
  if (hasRole(actor, 'auditor')) throw new Refused({ code: 'auditor-reads-only' })
  if (ticket.stage.name === 'closed') throw new Refused({ code: 'ticket-closed' })
  return ticket
}

async function issueNamed(platform: Platform, tx: Tx, id: string) {
  const issue = (await issueIndex(platform, tx)).byId(id)
  if (!issue) throw new NotFound('known issue')
  return issue
}

async function tell(tx: Tx, ticketId: string): Promise<void> {
  await announce(tx, { topic: 'triage', subject: ticketId, audience: { roles: listening } })
}
