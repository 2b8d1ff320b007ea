import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '../document/support-plan.ts'
import { starterPlan } from '../starter/starter-plan.ts'
import { readDraft } from './read-draft.ts'
import { findingCodes } from './finding.ts'
import { checkPlan } from './check-plan.ts'

type Editable<T> = { -readonly [Key in keyof T]: Editable<T[Key]> }
type Change = (plan: Editable<SupportPlan>) => void

function changed(change: Change): SupportPlan {
  const plan: Editable<SupportPlan> = structuredClone(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }))
  change(plan)
  return plan
}

/** The nth of a list that the starter plan certainly has. */
function nth<T>(list: T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error(`No entry ${index}`)
  return one
}

const contradictions: [code: string, place: string, change: Change][] = [
  ['key-twice', 'teams.supportHours.1.key', (p) => (nth(p.teams.supportHours, 1).key = 'office-hours')],
  ['tiers-not-contiguous', 'teams.tiers', (p) => (nth(p.teams.tiers, 2).level = 4)],
  ['tiers-not-contiguous', 'teams.tiers', (p) => p.teams.tiers.reverse()],
  ['vendor-not-on-top', 'teams.vendor.level', (p) => p.teams.vendor && (p.teams.vendor.level = 5)],
  ['team-unknown', 'teams.vendor.openers.1', (p) => p.teams.vendor?.openers.push('nobody')],
  ['team-unknown', 'training.lineage.root', (p) => (p.training.lineage.root = 'nobody')],
  ['hours-unknown', 'teams.tiers.0.supportHours', (p) => (nth(p.teams.tiers, 0).supportHours = 'never')],
  [
    'hours-unknown',
    'teams.tiers.1.onCall.hours',
    (p) => (nth(p.teams.tiers, 1).onCall = { hours: 'never', note: { nl: 'Piket', en: 'On call' } }),
  ],
  ['hours-unknown', 'process.targetHours', (p) => (p.process.targetHours = 'never')],
  ['hours-never-open', 'teams.supportHours.0.weekly', (p) => (nth(p.teams.supportHours, 0).weekly = [])],
  [
    'hours-backwards',
    'teams.supportHours.0.weekly.0',
    (p) => (nth(nth(p.teams.supportHours, 0).weekly, 0).to = '07:00'),
  ],
  [
    'hours-overlap',
    'teams.supportHours.0.weekly.5',
    (p) => nth(p.teams.supportHours, 0).weekly.push({ day: 1, from: '17:00', to: '18:00' }),
  ],
  [
    'time-zone-unknown',
    'teams.supportHours.0.timeZone',
    (p) => (nth(p.teams.supportHours, 0).timeZone = 'Europe/Atlantis'),
  ],
  [
    'time-zone-unknown',
    'teams.supportHours.0.timeZone',
    (p) => (nth(p.teams.supportHours, 0).timeZone = '+01:00'),
  ],
  [
    'time-zone-unknown',
    'involvement.bridges.0.timeZone',
    (p) => (nth(p.involvement.bridges, 0).timeZone = 'nowhere'),
  ],
  ['contact-tier-unknown', 'process.contactTier', (p) => (p.process.contactTier = 7)],
  ['contact-tier-silent', 'process.contactTier', (p) => (p.process.contactTier = 2)],
  ['tier-unknown', 'process.edges.3', (p) => p.process.edges.push({ from: 4, to: 5, evidence: [] })],
  ['tier-unknown', 'process.fastLanes.0.to', (p) => (nth(p.process.fastLanes, 0).to = 4)],
  ['tier-unknown', 'training.courses.0.tier', (p) => (nth(p.training.courses, 0).tier = 8)],
  [
    'tier-unknown',
    'involvement.bridges.0.quorum.0.tier',
    (p) => (nth(nth(p.involvement.bridges, 0).quorum, 0).tier = 8),
  ],
  ['tier-unknown', 'involvement.readiness.0.tier', (p) => (nth(p.involvement.readiness, 0).tier = 8)],
  ['tier-unknown', 'involvement.resources.0.tiers.0', (p) => (nth(p.involvement.resources, 0).tiers = [8])],
  ['edge-missing', 'process.edges', (p) => p.process.edges.splice(1, 1)],
  ['edge-twice', 'process.edges.3', (p) => p.process.edges.push({ from: 1, to: 2, evidence: [] })],
  ['edge-not-neighbours', 'process.edges.3', (p) => p.process.edges.push({ from: 1, to: 3, evidence: [] })],
  [
    'choice-without-options',
    'process.edges.0.evidence.0.options',
    (p) => {
      nth(nth(p.process.edges, 0).evidence, 0).kind = 'choice'
    },
  ],
  [
    'evidence-differs',
    'process.edges.1.evidence.2',
    (p) => (nth(nth(p.process.edges, 1).evidence, 2).kind = 'text'),
  ],
  ['evidence-unknown', 'process.categories.0.asks.3', (p) => nth(p.process.categories, 0).asks.push('nothing')],
  [
    'category-unknown',
    'process.edges.0.evidence.0.appliesTo.categories.6',
    (p) => nth(nth(p.process.edges, 0).evidence, 0).appliesTo.categories.push('nothing'),
  ],
  ['fast-lane-not-up', 'process.fastLanes.0', (p) => (p.process.fastLanes = [{ priority: 1, from: 2, to: 2 }])],
  ['fast-lane-twice', 'process.fastLanes.1', (p) => p.process.fastLanes.push({ priority: 1, from: 1, to: 2 })],
  [
    'course-unknown',
    'training.lineage.steps.0.course',
    (p) => (nth(p.training.lineage.steps, 0).course = 'nothing'),
  ],
  [
    'material-unknown',
    'training.courses.0.agenda.0.material.1',
    (p) => nth(nth(p.training.courses, 0).agenda, 0).material.push('nothing'),
  ],
  ['phase-unknown', 'involvement.bridges.0.phases.2', (p) => nth(p.involvement.bridges, 0).phases.push('nothing')],
  [
    'phase-unknown',
    'involvement.commitments.0.beforePhase',
    (p) => (nth(p.involvement.commitments, 0).beforePhase = 'nothing'),
  ],
  [
    'wave-unknown',
    'involvement.readiness.0.waves.3',
    (p) => nth(p.involvement.readiness, 0).waves.push('nothing'),
  ],
  ['phase-backwards', 'involvement.phases.0', (p) => (nth(p.involvement.phases, 0).ends = '2026-01-01')],
  [
    'wave-backwards',
    'involvement.phases.0.waves.0',
    (p) => (nth(nth(p.involvement.phases, 0).waves, 0).ends = '2026-01-01'),
  ],
  [
    'wave-outside-phase',
    'involvement.phases.0.waves.0',
    (p) => (nth(nth(p.involvement.phases, 0).waves, 0).ends = '2027-01-01'),
  ],
  [
    'shares-not-hundred',
    'involvement.phases.0.waves.0.platforms',
    (p) => (nth(nth(nth(p.involvement.phases, 0).waves, 0).platforms, 0).percent = 41),
  ],
  [
    'key-twice',
    'involvement.phases.1.waves.0.key',
    (p) => (nth(nth(p.involvement.phases, 1).waves, 0).key = 'pilot'),
  ],
]

describe('a plan that contradicts itself cannot be published', () => {
  test.each(contradictions)('%s at %s', (code, place, change) => {
    expect(checkPlan(changed(change), null).map((one) => `${one.code} ${one.place.join('.')}`)).toContain(
      `${code} ${place}`,
    )
  })

  test('every code is shown by an example here or in the reading of drafts', () => {
    const shown = new Set([...contradictions.map(([code]) => code), ...unfinished.map(([code]) => code)])
    expect(findingCodes.filter((code) => !shown.has(code))).toEqual([])
  })

  test('support hours closed for three years on end never open', () => {
    const plan = changed((p) => {
      const hours = nth(p.teams.supportHours, 0)
      hours.weekly = [{ day: 4, from: '00:00', to: '24:00' }]
      hours.holidays.closed = Array.from({ length: 170 }, (_, week) => ({
        date: new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10),
        name: { nl: 'Dicht', en: 'Closed' },
      }))
    })
    expect(checkPlan(plan, null).map((one) => one.code)).toEqual(['hours-never-open'])
  })
})

const unfinished: [code: string, place: string, change: Change][] = [
  ['value-missing', 'name.nl', (p) => (p.name.nl = '  ')],
  ['value-missing', 'teams.tiers', (p) => (p.teams.tiers = [])],
  ['value-too-small', 'process.quietPeriodDays', (p) => (p.process.quietPeriodDays = 0)],
  ['value-too-large', 'process.warnAtPercent', (p) => (p.process.warnAtPercent = 100)],
  ['value-invalid', 'involvement.resources.0.url', (p) => (nth(p.involvement.resources, 0).url = 'learn')],
  ['value-invalid', 'process.categories.0.key', (p) => (nth(p.process.categories, 0).key = 'Not a key')],
]

describe('a draft in the middle of typing', () => {
  test.each(unfinished)('is kept, with %s at %s', (code, place, change) => {
    const reading = readDraft(changed(change))
    expect(reading.ok && reading.findings.map((one) => `${one.code} ${one.place.join('.')}`)).toEqual([
      `${code} ${place}`,
    ])
  })

  test.each([
    ['no object', null],
    ['an empty object', {}],
    ['a field too many', { ...changed(() => undefined), extra: true }],
    ['a number where a text belongs', { ...changed(() => undefined), owner: 7 }],
    ['a level that is no number', changed((p) => ((nth(p.teams.tiers, 0) as { level: unknown }).level = 'one'))],
  ])('is refused when it is of another shape: %s', (_, value) => {
    expect(readDraft(value).ok).toBe(false)
  })
})
