import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { type Context, type Decision, happens, type Rule, type Scene } from '../decision.ts'
import type { FactOf, TicketFact } from '../events.ts'
import { isBlank, requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { type Refused, refuse } from '../refusals.ts'
import type { KnownIssueLink, Ticket } from '../ticket.ts'
import { tierToAct } from '../trail.ts'
import { during, endWaiting, notOffered, notWithVendor, tierNow } from '../when.ts'
import { hold } from '../who.ts'

/** The cause and the solution are known: from here the ticket goes down. */
export const diagnose: Rule<'diagnose'> = {
  permit: (scene) =>
    during(scene, 'investigating') ??
    notOffered(scene) ??
    notWithVendor(scene) ??
    hold(scene, tierNow(scene.plan, scene.ticket)),
  decide: (scene, move, context) => {
    const { rootCause, solution, wordingForRequester } = move
    return (
      requireTexts({ rootCause, solution, wordingForRequester }) ??
      checkKnownIssue(scene.plan, move.knownIssue, context) ??
      checkPresence(scene, move.presentTiers) ??
      handDown(scene, move, context)
    )
  },
}

function handDown({ plan, ticket }: Scene, move: MoveOf<'diagnose'>, context: Context): Decision {
  const tier = tierNow(plan, ticket)
  const toNote = ticket.trail.map((entry) => entry.tier).filter((one) => one < tier)
  const notes: TicketFact[] = []
  let left = toNote
  for (const present of toNote.filter((one) => move.presentTiers.includes(one))) {
    left = left.filter((one) => one !== present)
    notes.push({ type: 'note-taken', tier: present, onBridge: true, delivering: tierToAct(plan, left) })
  }
  return happens(
    ...endWaiting(ticket),
    {
      type: 'diagnosed',
      tier,
      delivering: tierToAct(plan, toNote),
      knownIssue: knownIssueFact(move.knownIssue, context),
      words: {
        rootCause: move.rootCause,
        solution: move.solution,
        wordingForRequester: move.wordingForRequester,
        knownIssue: knownIssueWords(move.knownIssue),
      },
    },
    ...notes,
  )
}

function checkKnownIssue(plan: SupportPlan, link: KnownIssueLink | null, context: Context): Refused | null {
  if (link === null) return plan.process.knownIssueRequired ? refuse({ code: 'known-issue-required' }) : null
  if (link.kind === 'linked') return context.knownIssueExists ? null : refuse({ code: 'unknown-known-issue' })
  return isBlank(knownIssueWords(link)) ? refuse({ code: 'text-required', field: 'knownIssue' }) : null
}

function checkPresence({ ticket }: { readonly ticket: Ticket }, present: readonly number[]): Refused | null {
  return present.length === 0 || ticket.onBridge ? null : refuse({ code: 'not-on-bridge' })
}

function knownIssueFact(
  link: KnownIssueLink | null,
  { createdKnownIssue: id }: Context,
): FactOf<'diagnosed'>['knownIssue'] {
  if (link === null || link.kind === 'one-off') return link && { kind: 'one-off' }
  if (link.kind === 'linked') return { kind: 'linked', id: link.id }
  return id === null ? { kind: 'create' } : { kind: 'create', id }
}

function knownIssueWords(link: KnownIssueLink | null): string {
  if (link === null || link.kind === 'linked') return ''
  return link.kind === 'create' ? link.title : link.reason
}
