import { personsByIds } from '#features/people/server/actions.ts'
import { issueIndex } from '#features/knowledge/server/actions.ts'
import type { EvidenceServices } from '#features/tickets/server/actions.ts'
import { stepsTried } from '../domain/checks.ts'
import { ticksOf } from './store/checks.ts'
import { keepOutcome, outcomesOn } from './store/outcomes.ts'

/** Checks that were made, and what helped or did not, become the evidence of a handover; issues that were tried bring what they ask for. */
export const evidenceServices: EvidenceServices = {
  stepsTried: async (platform, tx, ticketId, language) => {
    const [ticks, outcomes] = await Promise.all([ticksOf(tx, ticketId), outcomesOn(tx, ticketId)])
    const [people, index] = await Promise.all([
      personsByIds(
        tx,
        [...ticks, ...outcomes].flatMap(({ by }) => (by === null ? [] : [by])),
      ),
      issueIndex(platform, tx),
    ])
    const say = (key: string, values = {}) => platform.translate(language, `triage:checks.${key}`, values)
    return stepsTried(ticks, outcomes, language, {
      issue: (id) => index.byId(id)?.symptom[language] ?? null,
      made: (state, note) => (note === '' ? say(`states.${state}`) : say(`noted.${state}`, { note })),
      outcome: ({ helped, saidBy }) => say(`tried.${saidBy}.${helped ? 'helped' : 'notHelped'}`),
      who: (id) => people.get(id)?.name ?? '',
    })
  },
  keepTried: async (platform, tx, ticket, issueIds) => {
    const index = await issueIndex(platform, tx)
    const by = ticket.requesterId
    for (const issueId of new Set(issueIds)) {
      if (!index.byId(issueId)) continue
      const about = { ticketId: ticket.id, issueId, platform: ticket.platform, wave: ticket.wave, by }
      await keepOutcome(tx, { ...about, helped: false, saidBy: 'requester' })
    }
  },
  issuesTried: async (tx, ticketId) => {
    const [ticks, outcomes] = await Promise.all([ticksOf(tx, ticketId), outcomesOn(tx, ticketId)])
    return [...new Set([...ticks, ...outcomes].map(({ issueId }) => issueId))]
  },
}
