import { fastLaneFor, tierOf } from '#features/plan/domain/lookup.ts'
import type { FactOf } from '#features/tickets/domain/events.ts'
import { type Difference, difference } from './difference.ts'
import { factIn, type Judged, type Occasion, type Recorded, underDraft, words } from './judged.ts'

/** A handover under the draft: where it would have gone, and what would have been asked for it. */
export function judgeOffer(recorded: Recorded<'handover-offered'>): Judged<FactOf<'handover-offered'>> {
  const { draft, published, was, ticket, event, fact } = recorded
  const { at } = event
  const { from: tier, to } = fact
  const differences: Difference[] = []
  const escalate = (fastLane: boolean) =>
    underDraft(recorded, { move: 'escalate', asked: words, evidence: [], waiver: { reason: words }, fastLane })
  let decision = escalate(fact.fastLane)
  if (fact.fastLane && !decision.ok && decision.refusal.code === 'no-fast-lane') {
    differences.push(difference('lane-closed', at, { tier, to }))
    decision = escalate(false)
  }
  const offered = factIn(decision, 'handover-offered')
  if (!offered) return { fact, differences: [...differences, difference('handover-refused', at, { tier, to })] }
  const lane = fact.fastLane ? null : fastLaneFor(draft, ticket.priority, tier)
  if (lane && !fastLaneFor(published, was.priority, tier)) {
    differences.push(difference('lane-open', at, { tier, to, now: lane.to }))
  }
  if (offered.to !== to && !differences.some(({ kind }) => kind === 'lane-closed'))
    differences.push(difference('handover-elsewhere', at, { tier, was: to, now: offered.to }))
  const asked = offered.waived.filter((key) => !fact.waived.includes(key))
  const spared = fact.waived.filter((key) => !offered.waived.includes(key))
  if (asked.length > 0) differences.push(difference('evidence-asked', at, { tier, to: offered.to, keys: asked }))
  if (spared.length > 0) differences.push(difference('waiver-spared', at, { tier, to: offered.to, keys: spared }))
  return { fact: { ...fact, waived: offered.waived }, differences, bridge: broughtBy(decision) }
}

/** Asked again when it is accepted: the category may have changed since it was offered. */
export function judgeAcceptance(recorded: Recorded<'handover-accepted'>): Judged<FactOf<'handover-accepted'>> {
  const { ticket, event, fact } = recorded
  const decision = underDraft(recorded, { move: 'accept' })
  const missing = !decision.ok && decision.refusal.code === 'evidence-missing' ? decision.refusal.missing : []
  const about = { tier: ticket.offer?.from ?? null, to: fact.tier, keys: missing }
  return { fact, differences: missing.length > 0 ? [difference('evidence-asked', event.at, about)] : [] }
}

export function judgeSendBack(recorded: Recorded<'sent-back'>): Judged<FactOf<'sent-back'>> {
  const decision = underDraft(recorded, { move: 'send-back', missing: [], reason: words })
  return { fact: recorded.fact, differences: [], bridge: broughtBy(decision) }
}

export function judgeEvidence({
  draft,
  event,
  fact,
}: Recorded<'evidence-added'>): Judged<FactOf<'evidence-added'>> {
  const known = new Set(draft.process.edges.flatMap((edge) => edge.evidence).map(({ key }) => key))
  const keys = fact.items.map(({ key }) => key).filter((key) => !known.has(key))
  return { fact, differences: keys.length > 0 ? [difference('evidence-dropped', event.at, { keys })] : [] }
}

export function judgeVendorCase(recorded: Recorded<'vendor-case-opened'>): Judged<FactOf<'vendor-case-opened'>> {
  const { draft, ticket, event, fact } = recorded
  const { at } = event
  const tier = 'tier' in ticket.stage ? ticket.stage.tier : null
  const { vendor } = draft.teams
  const isKnown = vendor?.severities.some(({ key }) => key === fact.severity) ?? false
  const severity = isKnown ? fact.severity : (vendor?.severities[0]?.key ?? fact.severity)
  const { caseNumber } = fact
  const decision = underDraft(recorded, {
    move: 'open-vendor-case',
    severity,
    caseNumber,
    text: words,
    evidence: [],
  })
  const differences: Difference[] = []
  if (vendor && !isKnown) differences.push(difference('severity-gone', at, { keys: [fact.severity] }))
  if (!decision.ok && decision.refusal.code === 'evidence-missing') {
    const { missing } = decision.refusal
    differences.push(difference('evidence-asked', at, { tier, to: vendor?.level ?? null, keys: missing }))
  } else if (!decision.ok) {
    const { code } = decision.refusal
    differences.push(difference('vendor-refused', at, { tier, was: code }))
  }
  return { fact, differences }
}

/** Moves in a tier that the draft does not have are not judged; that it is not there is said once. */
export function missingTier({ draft, ticket: { stage }, event }: Occasion): readonly Difference[] {
  return 'tier' in stage && !tierOf(draft, stage.tier)
    ? [difference('tier-gone', event.at, { tier: stage.tier })]
    : []
}

function broughtBy(decision: ReturnType<typeof underDraft>): boolean {
  return factIn(decision, 'brought-to-bridge') !== null
}
