import type { QuorumPart } from './meeting.ts'

export const outlooks = ['holds', 'likely', 'fails'] as const

/** Somebody of a tier, before a meeting: may they work in the tier then, are they away, and what did they answer? */
export type Invited = {
  readonly tiers: readonly number[]
  readonly absent: boolean
  readonly answer: 'accepted' | 'declined' | 'tentative' | null
}

export type TierOutlook = {
  readonly tier: number
  readonly needed: number
  /** Said that they come. */
  readonly accepted: number
  /** Did not say, and could. */
  readonly open: number
  readonly declined: number
  readonly absent: number
  /** holds: enough said yes. likely: enough could come. fails: too few can. */
  readonly outlook: (typeof outlooks)[number]
}

/** Whether a bridge will be able to decide, tier by tier, from answers and absences. Somebody who is away does not come, whatever they said. */
export function quorumOutlook(quorum: readonly QuorumPart[], invited: readonly Invited[]): readonly TierOutlook[] {
  return quorum
    .toSorted((one, other) => one.tier - other.tier)
    .map(({ tier, people }) => {
      const own = invited.filter(({ tiers }) => tiers.includes(tier))
      const here = own.filter(({ absent }) => !absent)
      const count = (answer: Invited['answer']) => here.filter((one) => one.answer === answer).length
      const accepted = count('accepted')
      const open = count(null) + count('tentative')
      return {
        tier,
        needed: people,
        accepted,
        open,
        declined: count('declined'),
        absent: own.length - here.length,
        outlook: accepted >= people ? 'holds' : accepted + open >= people ? 'likely' : 'fails',
      }
    })
}
