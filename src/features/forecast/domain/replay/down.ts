import { addSupportMinutes } from '#features/plan/domain/support-hours.ts'
import type { FactOf } from '#features/tickets/domain/events.ts'
import { contactHours } from '#features/tickets/domain/contact-hours.ts'
import { tiersInTurn, tiersToNote, tierToAct } from '#features/tickets/domain/trail.ts'
import { type Difference, difference } from './difference.ts'
import { factIn, type Judged, type Occasion, type Recorded, under, underDraft, words } from './judged.ts'

export function judgeDiagnosis(recorded: Recorded<'diagnosed'>): Judged<FactOf<'diagnosed'>> {
  const { draft, published, event, fact } = recorded
  const { at } = event
  const oneOff = { kind: 'one-off', reason: words } as const
  const diagnose = (knownIssue: typeof oneOff | null) =>
    underDraft(recorded, {
      move: 'diagnose',
      rootCause: words,
      solution: words,
      wordingForRequester: words,
      knownIssue,
      presentTiers: [],
    })
  const decision = diagnose(fact.knownIssue === null ? null : oneOff)
  const isAsked = !decision.ok && decision.refusal.code === 'known-issue-required'
  const diagnosed = factIn(isAsked ? diagnose(oneOff) : decision, 'diagnosed')
  const delivering = diagnosed?.delivering ?? fact.delivering
  const differences: Difference[] = isAsked ? [difference('known-issue-asked', at, { tier: fact.tier })] : []
  if (fact.delivering > published.process.contactTier && delivering === draft.process.contactTier)
    differences.push(difference('contact-sooner', at, { tier: delivering }))
  return { fact: { ...fact, delivering }, differences }
}

export function judgeNote({ draft, ticket, event, fact }: Recorded<'note-taken'>): Judged<FactOf<'note-taken'>> {
  const toNote = tiersToNote(ticket)
  const isInTurn = !toNote.includes(fact.tier) || tiersInTurn(draft, ticket).includes(fact.tier) || fact.onBridge
  const delivering = tierToAct(
    draft,
    toNote.filter((tier) => tier !== fact.tier),
  )
  return {
    fact: { ...fact, delivering },
    differences: isInTurn ? [] : [difference('note-first', event.at, { tier: tierToAct(draft, toNote) })],
  }
}

export function judgeContact(recorded: Recorded<'contacted'>): Judged<FactOf<'contacted'>> {
  const { draft, published, event, fact } = recorded
  const { at } = event
  const { channel, outcome } = fact
  const decision = underDraft(recorded, { move: 'contact', channel, outcome, text: words, retryAt: null })
  const differences: Difference[] = []
  if (!decision.ok && decision.refusal.code === 'other-tier-first')
    differences.push(difference('note-first', at, { tier: decision.refusal.tier }))
  const byThePlan = addSupportMinutes(contactHours(published), at, published.process.contactRetryMinutes)
  if (fact.retryAt !== byThePlan) return { fact, differences }
  const retryAt = addSupportMinutes(contactHours(draft), at, draft.process.contactRetryMinutes)
  if (retryAt !== fact.retryAt)
    differences.push(difference('retry-moved', at, { was: fact.retryAt, now: retryAt }))
  return { fact: { ...fact, retryAt }, differences }
}

/** Closed by the clock: silence has to last as long as the draft says. */
export function judgeClosing(recorded: Recorded<'closed'>): Judged<FactOf<'closed'>> {
  const { event, fact } = recorded
  const decision = event.by.kind === 'system' ? underDraft(recorded, { move: 'close' }) : null
  const until =
    decision && !decision.ok && decision.refusal.code === 'quiet-period-runs' ? decision.refusal.until : null
  return { fact, differences: until ? [difference('closed-later', event.at, { was: event.at, now: until })] : [] }
}

export function judgeReopening(recorded: Recorded<'reopened'>): Judged<FactOf<'reopened'>> {
  const { event, fact } = recorded
  const decision = underDraft(recorded, { move: 'reopen', reason: words })
  const since = !decision.ok && decision.refusal.code === 'reopen-window-over' ? decision.refusal.since : null
  return { fact, differences: since ? [difference('reopen-refused', event.at, { now: since })] : [] }
}

export function judgeReply(recorded: Recorded<'replied'>): Judged<FactOf<'replied'>> {
  return { fact: recorded.fact, differences: judgeTalk(recorded, 'reply') }
}

export function judgeQuestion(recorded: Recorded<'asked'>): Judged<FactOf<'asked'>> {
  return { fact: recorded.fact, differences: judgeTalk(recorded, 'ask') }
}

/** Whose tier spoke is read from who had the ticket where; somebody who had it nowhere is not judged. */
function judgeTalk(occasion: Occasion, name: 'reply' | 'ask'): readonly Difference[] {
  const { published, was, event } = occasion
  const { by, at } = event
  const levels = was.trail
    .filter(({ agentId }) => by.kind === 'person' && agentId === by.personId)
    .map((entry) => entry.tier)
  const [tier] = levels
  if (tier === undefined) return []
  const move = { move: name, text: words, files: [] }
  const decision = underDraft(occasion, move, levels)
  const isRefused = !decision.ok && decision.refusal.code === 'tier-does-not-talk-to-requesters'
  return isRefused && under(published, was, event, move, levels).ok
    ? [difference('may-not-talk', at, { tier })]
    : []
}
