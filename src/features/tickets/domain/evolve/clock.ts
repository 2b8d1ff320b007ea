import type { ApplyAll } from './apply.ts'

/** What the clock has said, so that it says it once. */
export const clockFacts: ApplyAll<'target-at-risk' | 'target-missed'> = {
  'target-at-risk': (ticket, { target, tier, since }) => ({
    ...ticket,
    atRisk: [...ticket.atRisk, { target, tier, since }],
  }),
  'target-missed': (ticket, { target, tier, since }) => ({
    ...ticket,
    missed: [...ticket.missed, { target, tier, since }],
  }),
}
