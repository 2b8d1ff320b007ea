import type { Place } from '../check/finding.ts'
import type { Edge } from '../document/process.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import type { Tier, VendorTier } from '../document/teams.ts'

/** Levels run to 9, and the vendor stands above them. */
export const mostTiers = 9

/** A new tier of this level; the tiers from there on move one up, with everything that names them. */
export function addTier(plan: SupportPlan, level: number): SupportPlan {
  const { tiers } = plan.teams
  const like = tiers[level - 2] ?? tiers[0]
  if (!like || tiers.length >= mostTiers) return plan
  const fresh: Tier = {
    ...like,
    level: 0,
    name: { nl: '', en: '' },
    responsibilities: [],
    talksToRequesters: level === 1,
    onCall: null,
  }
  return arranged(plan, tiers.toSpliced(level - 1, 0, fresh))
}

/** Takes a tier out; what only concerned that tier goes with it, and evidence that was asked on the way to it is asked one step on. */
export function removeTier(plan: SupportPlan, level: number): SupportPlan {
  const left = plan.teams.tiers.filter((tier) => tier.level !== level)
  return left.length === 0 ? plan : arranged(plan, left)
}

/** Lets two neighbouring tiers change places. */
export function moveTier(plan: SupportPlan, level: number, by: -1 | 1): SupportPlan {
  const { tiers } = plan.teams
  const index = tiers.findIndex((tier) => tier.level === level)
  const [one, other] = [tiers[index], tiers[index + by]]
  if (!one || !other) return plan
  return arranged(plan, tiers.with(index, other).with(index + by, one))
}

/** A vendor above the highest tier, with a step up to it. */
export function addVendor(plan: SupportPlan): SupportPlan {
  const { tiers } = plan.teams
  const level = tiers.length + 1
  const vendor: VendorTier = {
    level,
    name: { nl: 'Microsoft Support', en: 'Microsoft Support' },
    supplier: 'Microsoft',
    contractKind: 'included',
    contract: { nl: '', en: '' },
    severities: [{ key: 'a', name: { nl: '', en: '' }, responseMinutes: 60 }],
    languages: ['en'],
    openers: tiers.slice(-1).map((tier) => tier.team),
  }
  return arranged({ ...plan, teams: { ...plan.teams, vendor } }, tiers)
}

/** Without a vendor there is no step up to it either. */
export function removeVendor(plan: SupportPlan): SupportPlan {
  return arranged({ ...plan, teams: { ...plan.teams, vendor: null } }, plan.teams.tiers)
}

/** What goes when the tier of this level is taken out. */
export function usesOfTier(plan: SupportPlan, level: number): readonly Place[] {
  const { process, training, involvement } = plan
  return [
    ...placesOf(process.fastLanes, ['process', 'fastLanes'], (lane) => lane.from === level || lane.to === level),
    ...placesOf(process.deviceActions, ['process', 'deviceActions'], (rule) => rule.tiers.includes(level)),
    ...placesOf(training.courses, ['training', 'courses'], (course) => course.tier === level),
    ...involvement.bridges.flatMap((bridge, index) =>
      placesOf(
        bridge.quorum,
        ['involvement', 'bridges', index, 'quorum'],
        (one) => one.tier === level && one.people > 0,
      ),
    ),
    ...placesOf(involvement.readiness, ['involvement', 'readiness'], (one) => one.tier === level),
    ...placesOf(involvement.resources, ['involvement', 'resources'], (one) => one.tiers.includes(level)),
  ]
}

function placesOf<Entry>(list: readonly Entry[], place: Place, is: (entry: Entry) => boolean): readonly Place[] {
  return list.flatMap((entry, index) => (is(entry) ? [[...place, index]] : []))
}

/** The plan with its tiers in this order, numbered from 1; a tier of level 0 is new. Whatever names a level names the same tier after. */
function arranged(plan: SupportPlan, order: readonly Tier[]): SupportPlan {
  const { vendor } = plan.teams
  const levels = new Map(order.map((tier, index) => [tier.level, index + 1]))
  if (vendor) levels.set(vendor.level, order.length + 1)
  // The first tier is the requester's contact by what it is; a contact further up moves along.
  const contact = plan.process.contactTier
  const contactTier = contact === 1 ? 1 : Math.min(levels.get(contact) ?? contact, order.length)
  const tiers = order.map((tier, index) => ({
    ...tier,
    level: index + 1,
    talksToRequesters: tier.talksToRequesters || index + 1 === contactTier,
  }))
  const teams = new Set(tiers.map((tier) => tier.team))
  const leaving = new Set(plan.teams.tiers.map((tier) => tier.team).filter((team) => !teams.has(team)))
  const courses = plan.training.courses.flatMap((course) => {
    const tier = levels.get(course.tier)
    return tier === undefined ? [] : [{ ...course, tier }]
  })
  const edges = rearrangedEdges(plan.process.edges, levels, vendor ? order.length + 1 : order.length)
  return {
    ...plan,
    teams: {
      ...plan.teams,
      tiers,
      vendor: vendor && {
        ...vendor,
        level: order.length + 1,
        openers: vendor.openers.filter((team) => !leaving.has(team)),
      },
    },
    process: {
      ...plan.process,
      contactTier,
      edges,
      categories: askingOnly(plan.process.categories, edges),
      fastLanes: plan.process.fastLanes.flatMap((lane) => {
        const [from, to] = [levels.get(lane.from), levels.get(lane.to)]
        return from === undefined || to === undefined || to <= from ? [] : [{ ...lane, from, to }]
      }),
      // What only the tier that goes was allowed, nobody is allowed.
      deviceActions: plan.process.deviceActions.flatMap((rule) => {
        const allowed = rule.tiers.flatMap((tier) => levels.get(tier) ?? []).toSorted((a, b) => a - b)
        return allowed.length === 0 ? [] : [{ ...rule, tiers: allowed }]
      }),
    },
    training: {
      courses,
      lineage: {
        ...plan.training.lineage,
        steps: plan.training.lineage.steps.filter((step) => courses.some((course) => course.key === step.course)),
      },
    },
    involvement: {
      ...plan.involvement,
      bridges: plan.involvement.bridges.map((bridge) => ({
        ...bridge,
        host: bridge.host !== null && leaving.has(bridge.host) ? null : bridge.host,
        scribe: bridge.scribe !== null && leaving.has(bridge.scribe) ? null : bridge.scribe,
        quorum: bridge.quorum.flatMap((one) => {
          const tier = levels.get(one.tier)
          return tier === undefined ? [] : [{ ...one, tier }]
        }),
      })),
      readiness: plan.involvement.readiness.flatMap((one) => {
        if (one.tier === null) return [one]
        const tier = levels.get(one.tier)
        return tier === undefined ? [] : [{ ...one, tier }]
      }),
      resources: plan.involvement.resources.map((one) => ({
        ...one,
        tiers: one.tiers.flatMap((tier) => levels.get(tier) ?? []).toSorted((a, b) => a - b),
      })),
    },
  }
}

/**
 * A step up goes with the tier it leads to, which is who needs the evidence. A step that leads nowhere any more takes the place of one
 * that has none yet, or its evidence is asked on the step that has its number now.
 */
function rearrangedEdges(edges: readonly Edge[], levels: ReadonlyMap<number, number>, top: number): Edge[] {
  const spare = edges.filter((edge) => (levels.get(edge.to) ?? 1) < 2)
  const arrangedEdges: Edge[] = []
  for (let to = 2; to <= top; to += 1) {
    const own = edges.find((edge) => levels.get(edge.to) === to)
    arrangedEdges.push({ from: to - 1, to, evidence: (own ?? spare.shift())?.evidence ?? [] })
  }
  return arrangedEdges.map((edge) => ({
    ...edge,
    evidence: spare
      .filter((one) => one.to === edge.to)
      .reduce(
        (evidence, one) => [
          ...one.evidence,
          ...evidence.filter((item) => !one.evidence.some((other) => other.key === item.key)),
        ],
        edge.evidence,
      ),
  }))
}

/** Categories ask the requester only for evidence that some step up asks for. */
export function askingOnly(
  categories: SupportPlan['process']['categories'],
  edges: readonly Edge[],
): SupportPlan['process']['categories'] {
  const known = new Set(edges.flatMap((edge) => edge.evidence.map((item) => item.key)))
  return categories.map((category) =>
    category.asks.every((key) => known.has(key))
      ? category
      : { ...category, asks: category.asks.filter((key) => known.has(key)) },
  )
}
