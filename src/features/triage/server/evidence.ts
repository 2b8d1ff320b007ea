import { personsByIds } from '#features/people/server/actions.ts'
import type { EvidenceServices } from '#features/tickets/server/actions.ts'
import { stepsTried } from '../domain/checks.ts'
import { ticksOf } from './store/checks.ts'
import { outcomesOn } from './store/outcomes.ts'

/** Checks that were made become the evidence of a handover; issues that were tried bring what they ask for. */
export const evidenceServices: EvidenceServices = {
  stepsTried: async ({ translate }, tx, ticketId, language) => {
    const ticks = await ticksOf(tx, ticketId)
    const last = ticks.at(-1)
    if (!last) return null
    const people = await personsByIds(
      tx,
      ticks.map(({ by }) => by),
    )
    const text = stepsTried(ticks, language, {
      state: (state) => translate(language, `triage:checks.states.${state}`),
      who: ({ by }) => people.get(by)?.name ?? '',
    })
    return { text, at: last.at }
  },
  issuesTried: async (tx, ticketId) => {
    const [ticks, outcomes] = await Promise.all([ticksOf(tx, ticketId), outcomesOn(tx, ticketId)])
    return [...new Set([...ticks, ...outcomes].map(({ issueId }) => issueId))]
  },
}
