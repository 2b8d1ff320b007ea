import type { Place } from '../../finding.ts'
import { each, type Rule, spot, strangers } from '../../rule.ts'

/** A part of the plan names a tier of ours that is not there. */
export const rule: Rule = {
  code: 'tier-unknown',
  severity: 'error',
  find: ({ teams, process, training, involvement }) => {
    const own = new Set(teams.tiers.map((tier) => tier.level))
    const top = teams.tiers.length + (teams.vendor ? 1 : 0)
    const ours = (tier: number, place: Place) => (own.has(tier) ? [] : [spot(place, { value: tier })])
    const { bridges, readiness, resources } = involvement
    return [
      ...each(process.edges, ['process', 'edges'], ({ from, to }, place) =>
        Math.max(from, to) > top ? [spot(place, { value: Math.max(from, to) })] : [],
      ),
      ...each(process.fastLanes, ['process', 'fastLanes'], ({ from, to }, place) => [
        ...ours(from, [...place, 'from']),
        ...ours(to, [...place, 'to']),
      ]),
      ...each(process.deviceActions, ['process', 'deviceActions'], ({ tiers }, place) =>
        strangers(tiers, own, [...place, 'tiers']),
      ),
      ...each(training.courses, ['training', 'courses'], ({ tier }, place) => ours(tier, [...place, 'tier'])),
      ...each(bridges, ['involvement', 'bridges'], ({ quorum }, place) =>
        each(quorum, [...place, 'quorum'], ({ tier }, at) => ours(tier, [...at, 'tier'])),
      ),
      ...each(readiness, ['involvement', 'readiness'], ({ tier }, place) =>
        tier === null ? [] : ours(tier, [...place, 'tier']),
      ),
      ...each(resources, ['involvement', 'resources'], ({ tiers }, place) =>
        strangers(tiers, own, [...place, 'tiers']),
      ),
    ]
  },
}
