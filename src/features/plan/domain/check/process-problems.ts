import type { EvidenceItem, Process } from '../document/process.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { keysTwice, type Place, type Finding, problem, unknowns } from './finding.ts'

export function processProblems(plan: SupportPlan): Finding[] {
  const { process } = plan
  const hours = new Set(plan.teams.supportHours.map((one) => one.key))
  return [
    ...contactTierProblems(plan),
    ...keysTwice(process.categories, ['process', 'categories']),
    ...asksProblems(process),
    ...(hours.has(process.targetHours)
      ? []
      : [problem('hours-unknown', ['process', 'targetHours'], { value: process.targetHours })]),
    ...edgeProblems(plan),
    ...evidenceProblems(process),
    ...fastLaneProblems(plan),
  ]
}

function contactTierProblems({ teams, process }: SupportPlan): Finding[] {
  const contact = teams.tiers.find((tier) => tier.level === process.contactTier)
  const place = ['process', 'contactTier']
  if (!contact) return [problem('contact-tier-unknown', place, { tier: process.contactTier })]
  return contact.talksToRequesters ? [] : [problem('contact-tier-silent', place, { tier: process.contactTier })]
}

function asksProblems({ categories, edges }: Process): Finding[] {
  const evidence = new Set(edges.flatMap((edge) => edge.evidence.map((item) => item.key)))
  return categories.flatMap((category, index) =>
    unknowns('evidence-unknown', category.asks, evidence, ['process', 'categories', index, 'asks']),
  )
}

function edgeProblems({ teams, process }: SupportPlan): Finding[] {
  const top = teams.vendor ? teams.tiers.length + 1 : teams.tiers.length
  const wrong = process.edges.flatMap(({ from, to }, index) => {
    const place = ['process', 'edges', index]
    if (from > top || to > top) return [problem('tier-unknown', place, { value: Math.max(from, to) })]
    if (to !== from + 1) return [problem('edge-not-neighbours', place, { from, to })]
    const first = process.edges.findIndex((other) => other.from === from && other.to === to)
    return first < index ? [problem('edge-twice', place, { from, to })] : []
  })
  const missing = Array.from({ length: top - 1 }, (_, index) => index + 1)
    .filter((from) => !process.edges.some((edge) => edge.from === from && edge.to === from + 1))
    .map((from) => problem('edge-missing', ['process', 'edges'], { from, to: from + 1 }))
  return [...wrong, ...missing]
}

function evidenceProblems({ edges, categories }: Process): Finding[] {
  const known = new Set(categories.map((category) => category.key))
  const all = edges.flatMap((edge) => edge.evidence)
  return edges.flatMap((edge, edgeIndex) => {
    const list: Place = ['process', 'edges', edgeIndex, 'evidence']
    return [
      ...keysTwice(edge.evidence, list),
      ...edge.evidence.flatMap((item, index) => {
        const place = [...list, index]
        const first = all.find((other) => other.key === item.key)
        return [
          ...keysTwice(item.options, [...place, 'options']),
          ...(item.kind === 'choice' && item.options.length === 0
            ? [problem('choice-without-options', [...place, 'options'])]
            : []),
          ...(first && !sameAnswer(first, item) ? [problem('evidence-differs', place, { key: item.key })] : []),
          ...unknowns('category-unknown', item.appliesTo.categories, known, [...place, 'appliesTo', 'categories']),
        ]
      }),
    ]
  })
}

/** A ticket keeps one answer for each evidence key, so every edge that asks for it must understand the same answer. */
function sameAnswer(one: EvidenceItem, other: EvidenceItem): boolean {
  const options = (item: EvidenceItem) => item.options.map((option) => option.key).join()
  return one.kind === other.kind && options(one) === options(other)
}

function fastLaneProblems({ teams, process }: SupportPlan): Finding[] {
  return process.fastLanes.flatMap((lane, index) => {
    const place = ['process', 'fastLanes', index]
    if (lane.to > teams.tiers.length) return [problem('tier-unknown', [...place, 'to'], { value: lane.to })]
    if (lane.to <= lane.from) return [problem('fast-lane-not-up', place, { from: lane.from, to: lane.to })]
    const first = process.fastLanes.findIndex(
      (other) => other.priority === lane.priority && other.from === lane.from,
    )
    return first < index ? [problem('fast-lane-twice', place, { priority: lane.priority, from: lane.from })] : []
  })
}
