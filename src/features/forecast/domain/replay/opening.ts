import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { phaseAt, priorityOf } from '#features/plan/domain/lookup.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { categoryOf, checkCategory } from '#features/tickets/domain/category.ts'
import type { FactOf, TicketEvent } from '#features/tickets/domain/events.ts'
import type { MoveOf } from '#features/tickets/domain/moves.ts'
import { type Difference, difference } from './difference.ts'
import { factIn, type Judged, type Recorded, under, words } from './judged.ts'

/** How the draft would have opened it: impact and urgency that were the category's own become those of the draft's category. */
export function judgeOpening(
  draft: SupportPlan,
  published: SupportPlan,
  event: TicketEvent,
  fact: FactOf<'opened'>,
): Judged<FactOf<'opened'>> {
  const wrong = fact.category === null ? [] : wrongCategory(draft, event, fact.category, fact.platform)
  const opened = factIn(
    under(draft, null, event, asMove(draft, published, event, fact, wrong.length > 0)),
    'opened',
  )
  if (!opened) throw new Error(`The draft refuses to open ticket ${fact.ticketId}`)
  const { kind, impact, urgency, priority, phase, wave, mode } = opened
  const isBridge = mode !== fact.mode
  return {
    // Which tier it began in is what happened; that the draft begins elsewhere is said.
    fact: { ...fact, kind: wrong.length > 0 ? fact.kind : kind, impact, urgency, priority, phase, wave, mode },
    differences: [
      ...wrong,
      ...(priority === fact.priority
        ? []
        : [difference('priority', event.at, { was: fact.priority, now: priority })]),
      ...(isBridge ? [difference('mode', event.at, { was: fact.mode, now: mode })] : []),
      ...(opened.tier === fact.tier
        ? []
        : [difference('contact-tier', event.at, { was: fact.tier, now: opened.tier })]),
    ],
  }
}

function asMove(
  draft: SupportPlan,
  published: SupportPlan,
  { at, by }: TicketEvent,
  fact: FactOf<'opened'>,
  isWithoutCategory: boolean,
): MoveOf<'open'> {
  const before = categoryOf(published, fact.category)
  const own = (level: 'impact' | 'urgency') =>
    fact[level] === (before?.[level] ?? 'medium') && !isWithoutCategory ? null : fact[level]
  return {
    move: 'open',
    ticketId: fact.ticketId,
    planVersionId: fact.planVersionId,
    requesterId: by.kind === 'person' ? by.personId : fact.requesterId,
    source: fact.source,
    subject: words,
    description: words,
    files: [],
    category: isWithoutCategory ? null : fact.category,
    platform: fact.platform,
    impact: own('impact'),
    urgency: own('urgency'),
    phase: phaseUnder(draft, published, at, fact.phase),
    wave: draft.involvement.phases.some((phase) => phase.waves.some(({ key }) => key === fact.wave))
      ? fact.wave
      : null,
    evidence: [],
  }
}

/** The phase of that day. One that did not follow from the day stays, as long as the draft has it. */
function phaseUnder(draft: SupportPlan, published: SupportPlan, at: Instant, phase: string | null): string | null {
  if ((phaseAt(published, dayAt(published, at))?.key ?? null) === phase)
    return phaseAt(draft, dayAt(draft, at))?.key ?? null
  return draft.involvement.phases.some(({ key }) => key === phase) ? phase : null
}

function wrongCategory(
  draft: SupportPlan,
  { at }: TicketEvent,
  category: string,
  platform: FactOf<'opened'>['platform'],
): readonly Difference[] {
  const wrong = checkCategory(draft, category, platform)
  if (!wrong) return []
  return wrong.refusal.code === 'platform-not-in-category'
    ? [difference('platform-not-in-category', at, { keys: [category, platform ?? ''] })]
    : [difference('category-gone', at, { keys: [category] })]
}

export function judgeCategory({ draft, event, fact }: Recorded<'categorised'>): Judged<FactOf<'categorised'>> {
  const differences = wrongCategory(draft, event, fact.category, fact.platform)
  return { fact: { ...fact, kind: categoryOf(draft, fact.category)?.kind ?? fact.kind }, differences }
}

export function judgePriority({ draft, event, fact }: Recorded<'reprioritised'>): Judged<FactOf<'reprioritised'>> {
  const priority = priorityOf(draft, fact.impact, fact.urgency)
  const same = priority === fact.priority
  return {
    fact: { ...fact, priority },
    differences: same ? [] : [difference('priority', event.at, { was: fact.priority, now: priority })],
  }
}
