import type { Actor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { priorityOf } from '#features/plan/domain/lookup.ts'
import { categoryOf, checkCategory } from '../category.ts'
import { type Decision, happens, type Permit, permitted } from '../decision.ts'
import { checkGiven, evidenceFacts } from '../evidence.ts'
import type { TicketFact } from '../events.ts'
import { requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { type Refused, refuse } from '../refusals.ts'
import { workIn } from '../who.ts'

/** A requester for themselves, a contact tier agent on their behalf, the mail, or what was found in Intune. */
export function decideOpen(plan: SupportPlan, actor: Actor, move: MoveOf<'open'>, at: Instant): Decision {
  const permit = permitOpen(plan, actor, move, at)
  if (!permit.ok) return permit
  const wrong = checkOpening(plan, move)
  if (wrong) return wrong
  const category = categoryOf(plan, move.category)
  const impact = move.impact ?? category?.impact ?? 'medium'
  const urgency = move.urgency ?? category?.urgency ?? 'medium'
  const override: readonly TicketFact[] = permit.override
    ? [{ type: 'overridden', move: 'open', ...permit.override }]
    : []
  return happens(
    {
      type: 'opened',
      ticketId: move.ticketId,
      planVersionId: move.planVersionId,
      kind: category?.kind ?? 'incident',
      source: move.source,
      requesterId: move.requesterId,
      category: move.category,
      platform: move.platform,
      impact,
      urgency,
      priority: priorityOf(plan, impact, urgency),
      phase: move.phase,
      wave: move.wave,
      mode: phaseOf(plan, move.phase)?.mode ?? 'tiered',
      tier: plan.process.contactTier,
      files: move.files,
      words: { subject: move.subject.trim(), description: move.description },
    },
    ...override,
    ...evidenceFacts(move.evidence),
  )
}

function permitOpen(plan: SupportPlan, actor: Actor, move: MoveOf<'open'>, at: Instant): Permit {
  if (actor.kind === 'system')
    return actor.name === move.source ? permitted : refuse({ code: 'not-for-the-system' })
  if (move.source === 'detection') return refuse({ code: 'only-detection' })
  if (actor.personId === move.requesterId) return permitted
  return workIn({ plan, actor, at }, plan.process.contactTier)
}

/** A mail may be all subject, or carry its description as an attachment. */
function checkOpening(plan: SupportPlan, move: MoveOf<'open'>): Refused | null {
  const { subject, description } = move
  const blank = requireTexts(move.source === 'mail' ? { subject } : { subject, description })
  return (
    blank ??
    (move.category === null ? null : checkCategory(plan, move.category, move.platform)) ??
    checkPhase(plan, move) ??
    checkGiven(plan, move.evidence)
  )
}

function checkPhase(plan: SupportPlan, { phase, wave }: MoveOf<'open'>): Refused | null {
  if (phase !== null && !phaseOf(plan, phase)) return refuse({ code: 'not-in-plan', field: 'phase', value: phase })
  const waves = plan.involvement.phases.flatMap((one) => one.waves)
  const known = wave === null || waves.some((one) => one.key === wave)
  return known ? null : refuse({ code: 'not-in-plan', field: 'wave', value: wave })
}

function phaseOf(plan: SupportPlan, key: string | null) {
  return plan.involvement.phases.find((one) => one.key === key) ?? null
}
