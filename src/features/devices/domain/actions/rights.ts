import { certificationFor, hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { DeviceActionRule } from '#features/plan/domain/document/process.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import {
  type CallerWay,
  type DeviceActionAsked,
  type DeviceActionName,
  isIntrusive,
  isSupportedOn,
} from './action.ts'

/** As much of a ticket as matters for whether somebody may reach into its requester's devices. */
export type ActionTicket = {
  readonly id: string
  readonly number: number
  readonly requesterId: string
  readonly isClosed: boolean
  /** The tier that has it now; null while it is with none. */
  readonly tier: number | null
  readonly assigneeId: string | null
  readonly onBridge: boolean
}

/** What the plan that the ticket runs under says. */
export type ActionPlan = {
  readonly rules: readonly DeviceActionRule[]
  readonly tiers: readonly { readonly level: number; readonly team: string }[]
}

export type ActionNo =
  | {
      readonly code:
        | 'reads-only'
        | 'no-acting-registration'
        | 'action-not-in-plan'
        | 'ticket-closed'
        | 'not-your-ticket'
        | 'not-for-this-platform'
        | 'device-not-of-requester'
        | 'own-device'
        | 'caller-not-identified'
        | 'purpose-missing'
        | 'not-awaiting'
        | 'agreement-too-late'
        | 'agree-to-own'
        | 'only-the-asker'
        | 'asker-may-no-longer'
    }
  | { readonly code: 'not-in-allowed-tier'; readonly tiers: readonly number[] }
export type Permit =
  | { readonly ok: true; readonly tier: number; readonly fourEyes: boolean }
  | { readonly ok: false; readonly no: ActionNo }

export type Acting = {
  readonly plan: ActionPlan
  readonly actor: PersonActor
  readonly ticket: ActionTicket
  /** Whether the registration that may act is connected. */
  readonly canAct: boolean
  readonly at: Instant
}

/** The tiers in which this person may work now: an agent of its team, certified for it. */
function tiersOf({ plan, actor, at }: Pick<Acting, 'plan' | 'actor' | 'at'>): readonly number[] {
  if (!hasRole(actor, 'agent')) return []
  return plan.tiers
    .filter(({ level, team }) => actor.teams.includes(team) && certificationFor(actor, level, at) !== null)
    .map(({ level }) => level)
}

/** As which of their tiers somebody has the ticket in hand: its holder in the tier that has it; on a bridge all work on it. */
function tiersInHand(acting: Acting): readonly number[] {
  const { ticket, actor } = acting
  const own = tiersOf(acting)
  if (ticket.onBridge) return own
  return ticket.assigneeId === actor.personId ? own.filter((level) => level === ticket.tier) : []
}

/** Whether this person may have this done from this ticket, by which tier, and whether a colleague has to agree. */
export function mayAct(acting: Acting, action: DeviceActionName): Permit {
  const { plan, actor, ticket, canAct } = acting
  if (hasRole(actor, 'auditor') || !hasRole(actor, 'agent')) return no({ code: 'reads-only' })
  const rule = plan.rules.find((one) => one.action === action)
  if (!rule) return no({ code: 'action-not-in-plan' })
  if (!tiersOf(acting).some((level) => rule.tiers.includes(level)))
    return no({ code: 'not-in-allowed-tier', tiers: rule.tiers })
  if (ticket.isClosed) return no({ code: 'ticket-closed' })
  const tier = tiersInHand(acting).find((level) => rule.tiers.includes(level))
  if (tier === undefined) return no({ code: 'not-your-ticket' })
  if (ticket.requesterId === actor.personId) return no({ code: 'own-device' })
  if (!canAct) return no({ code: 'no-acting-registration' })
  return { ok: true, tier, fourEyes: rule.fourEyes }
}

export type Asking = {
  readonly action: DeviceActionName
  /** Null: the requester has no such device. */
  readonly device: { readonly platform: Platform | null } | null
  readonly caller: CallerWay | null
  readonly purpose: string | null
}

/** The same with what was asked: of which device, of whom one is sure, what for. */
export function mayAsk(acting: Acting, { action, device, caller, purpose }: Asking): Permit {
  const permit = mayAct(acting, action)
  if (!permit.ok) return permit
  if (device === null) return no({ code: 'device-not-of-requester' })
  if (!isSupportedOn(action, device.platform)) return no({ code: 'not-for-this-platform' })
  if (!isIntrusive(action)) return permit
  if (caller === null) return no({ code: 'caller-not-identified' })
  return purpose === null || purpose.trim() === '' ? no({ code: 'purpose-missing' }) : permit
}

/** A colleague of an allowed tier agrees, in time, never the asker. */
export function mayAgree(
  acting: Pick<Acting, 'plan' | 'actor' | 'at' | 'canAct'>,
  asked: Pick<DeviceActionAsked, 'action' | 'askedBy' | 'state' | 'agreeUntil' | 'personId'>,
): Permit {
  const { plan, actor, at, canAct } = acting
  if (hasRole(actor, 'auditor') || !hasRole(actor, 'agent')) return no({ code: 'reads-only' })
  if (asked.state !== 'awaiting') return no({ code: 'not-awaiting' })
  if (asked.askedBy === actor.personId) return no({ code: 'agree-to-own' })
  if (asked.personId === actor.personId) return no({ code: 'own-device' })
  const rule = plan.rules.find((one) => one.action === asked.action)
  if (!rule) return no({ code: 'action-not-in-plan' })
  const tier = tiersOf(acting).find((level) => rule.tiers.includes(level))
  if (tier === undefined) return no({ code: 'not-in-allowed-tier', tiers: rule.tiers })
  if (asked.agreeUntil !== null && at >= asked.agreeUntil) return no({ code: 'agreement-too-late' })
  return canAct ? { ok: true, tier, fourEyes: rule.fourEyes } : no({ code: 'no-acting-registration' })
}

/**
 * Whether what somebody asked still stands when a colleague agrees: they may still have it done, from the ticket as it is by now. `acting`: who
 * asked. `device`: whether the requester still has it, as far as is known.
 */
export function stillStands(
  acting: Acting,
  asked: Pick<DeviceActionAsked, 'action' | 'personId'>,
  device: 'there' | 'gone' | 'unknown',
): ActionNo | null {
  if (acting.ticket.requesterId !== asked.personId || device === 'gone') return { code: 'device-not-of-requester' }
  if (acting.ticket.isClosed) return { code: 'ticket-closed' }
  return mayAct(acting, asked.action).ok ? null : { code: 'asker-may-no-longer' }
}

/** Only who asked takes it back, as long as nobody has agreed. */
export function mayWithdraw(
  actor: PersonActor,
  asked: Pick<DeviceActionAsked, 'askedBy' | 'state'>,
): ActionNo | null {
  if (asked.askedBy !== actor.personId) return { code: 'only-the-asker' }
  return asked.state === 'awaiting' ? null : { code: 'not-awaiting' }
}

function no(refusal: ActionNo): Permit {
  return { ok: false, no: refusal }
}
