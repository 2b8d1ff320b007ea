import { addSupportMinutes } from '#features/plan/domain/support-hours.ts'
import { type Decision, happens, type Permit, permitted, type Rule, type Scene } from '../decision.ts'
import { contactHours } from '../contact-hours.ts'
import { requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { refuse } from '../refusals.ts'
import { tiersToNote } from '../trail.ts'
import { during } from '../when.ts'
import { onlyTheClock, workIn } from '../who.ts'

/** Step five: tier 1 tells the requester and helps apply the solution. */
export const contact: Rule<'contact'> = {
  permit: (scene) => during(scene, 'delivering') ?? turnOfContactTier(scene) ?? workIn(scene, contactTier(scene)),
  decide: (scene, move) => {
    if (move.outcome === 'not-reached') return tryAgain(scene, move)
    return requireTexts({ text: move.text }) ?? reached(scene, move)
  },
}

/** The clock says that a requester who was not reached should be tried again. */
export const remindContact: Rule<'remind-contact'> = {
  permit: (scene) => onlyTheClock(scene) ?? retryHasCome(scene),
  decide: () => happens({ type: 'contact-reminded' }),
}

/** Whoever helps a requester has understood the solution; a diagnosis of their own tier counts as that. */
function reached(scene: Scene, { channel, outcome, text }: MoveOf<'contact'>): Decision {
  if (outcome === 'applied' && tiersToNote(scene.ticket).includes(contactTier(scene)))
    return refuse({ code: 'take-note-first', tier: contactTier(scene) })
  return happens({ type: 'contacted', channel, outcome, retryAt: null, words: { text } })
}

function tryAgain({ plan, at }: Scene, { channel, retryAt, text }: MoveOf<'contact'>): Decision {
  if (retryAt !== null && retryAt <= at) return refuse({ code: 'moment-not-ahead' })
  const again = retryAt ?? addSupportMinutes(contactHours(plan), at, plan.process.contactRetryMinutes)
  return happens({ type: 'contacted', channel, outcome: 'not-reached', retryAt: again, words: { text } })
}

function turnOfContactTier(scene: Scene) {
  const { stage } = scene.ticket
  const other = stage.name === 'delivering' && stage.tier !== contactTier(scene)
  return other ? refuse({ code: 'other-tier-first', tier: stage.tier }) : null
}

function retryHasCome({ ticket, at }: Scene): Permit {
  const last = ticket.contactAttempts.at(-1)
  if (ticket.stage.name !== 'delivering' || !last?.retryAt || last.reminded)
    return refuse({ code: 'nothing-to-remind' })
  return last.retryAt <= at ? permitted : refuse({ code: 'not-yet', at: last.retryAt })
}

function contactTier({ plan }: Scene): number {
  return plan.process.contactTier
}
