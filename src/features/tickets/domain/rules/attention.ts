import { happens, permitted, type Rule } from '../decision.ts'
import { requireTexts } from '../given.ts'
import { refuse } from '../refusals.ts'
import { tierNow, whileOpen } from '../when.ts'
import { hold, isClock, takePart } from '../who.ts'

/** Hierarchical escalation: a lead is told; the ticket stays where it is. */
export const warnLead: Rule<'warn-lead'> = {
  permit: (scene) => whileOpen(scene) ?? (isClock(scene.actor) ? permitted : takePart(scene)),
  decide: ({ plan, ticket }, { reason }) =>
    requireTexts({ reason }) ?? happens({ type: 'lead-warned', tier: tierNow(plan, ticket), words: { reason } }),
}

/** Put it on the agenda of the next bridge; who has it stays who has it. */
export const bringToBridge: Rule<'bring-to-bridge'> = {
  permit: (scene) =>
    whileOpen(scene) ??
    (scene.ticket.onBridge ? refuse({ code: 'already-on-bridge' }) : null) ??
    (isClock(scene.actor) ? permitted : hold(scene, tierNow(scene.plan, scene.ticket))),
  decide: (_, { reason }) => requireTexts({ reason }) ?? happens({ type: 'brought-to-bridge', words: { reason } }),
}

/** The bridge is done with it: whoever takes part says so, or the room once its cause is found. */
export const takeOffBridge: Rule<'take-off-bridge'> = {
  permit: (scene) =>
    whileOpen(scene) ??
    (scene.ticket.onBridge ? null : refuse({ code: 'not-brought-to-bridge' })) ??
    (isClock(scene.actor) ? permitted : takePart(scene)),
  decide: (_, { reason }) => requireTexts({ reason }) ?? happens({ type: 'taken-off-bridge', words: { reason } }),
}
