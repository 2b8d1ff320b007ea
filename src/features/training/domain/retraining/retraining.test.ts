import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planChangeKinds } from '#features/plan/domain/values.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import type { Learner } from '../course.ts'
import { changedForTiers, type OpenDuty, whoRetrains } from './who-retrains.ts'
import { suspendedFrom, wordDays, wordDue } from './word-ahead.ts'

const at = '2026-11-23T09:00:00.000Z'
const all = starterPlan({ startDay: '2026-10-01', owner: 'Contoso' })
const before: SupportPlan = {
  ...all,
  training: { ...all.training, lineage: { ...all.training.lineage, retrainOn: [...planChangeKinds] } },
}

type Change = (plan: SupportPlan) => void
const changed = (change: Change): SupportPlan => {
  const plan = structuredClone(before)
  change(plan)
  return plan
}
const edge = (plan: SupportPlan, from: number) => {
  const found = plan.process.edges.find((one) => one.from === from)
  if (!found) throw new Error(`No edge from ${from}`)
  return found
}

function person(personId: string, tier: number, given: Partial<Learner> = {}): Learner {
  const team = before.teams.tiers.find(({ level }) => level === tier)?.team ?? ''
  return {
    personId,
    teams: [team],
    leads: [],
    certifications: [{ tier, from: '2026-01-01T00:00:00.000Z', until: null, override: null }],
    ...given,
  }
}
const people = [person('tess', 1), person('jan', 2), person('mira', 3)]
const asked = (after: SupportPlan, who: readonly Learner[] = people, open: readonly OpenDuty[] = []) =>
  whoRetrains({ before, after, at, people: who, open })
const named = (after: SupportPlan, who?: readonly Learner[]) =>
  asked(after, who).map((one) => `${one.personId} ${one.itemKey} ${one.kinds.join('+')}`)

const evidence12: Change = (plan) => void (edge(plan, 1).evidence[0]!.required = false)

describe('a new version asks to train again', () => {
  test.each<[string, Change, readonly string[]]>([
    ['nothing, where nothing changed', () => undefined, []],
    [
      'the two tiers of a step up whose evidence changed',
      evidence12,
      ['tess support-plan evidence', 'jan support-plan evidence'],
    ],
    [
      'the tiers of the next step up',
      (plan) => void edge(plan, 2).evidence.pop(),
      ['jan support-plan evidence', 'mira support-plan evidence'],
    ],
    [
      'one tier, where its targets changed',
      (plan) => void (plan.teams.tiers[1]!.targets[1].workMinutes += 30),
      ['jan support-plan targets'],
    ],
    [
      'everybody, where a category changed',
      (plan) => void (plan.process.categories[0]!.name.en += ' now'),
      ['tess support-plan categories', 'jan support-plan categories', 'mira support-plan categories'],
    ],
    [
      'everybody, where the way down changed',
      (plan) => void (plan.process.wayDown = 'step-by-step'),
      ['tess support-plan process', 'jan support-plan process', 'mira support-plan process'],
    ],
    [
      'on tools and resources, where a resource changed',
      (plan) => void (plan.involvement.resources[0]!.url += '?new'),
      ['tess tools-and-resources tools', 'jan tools-and-resources tools', 'mira tools-and-resources tools'],
    ],
    ['nobody, where mails or retention changed', (plan) => void (plan.process.retention!.rawMailDays += 1), []],
    ['nobody, where a tier got more people', (plan) => void (plan.teams.tiers[0]!.capacity.agents += 1), []],
    ['nobody, where a wave moved', (plan) => void (plan.involvement.phases[0]!.name.en += ' first'), []],
    ['nobody, where a course changed', (plan) => void (plan.training.courses[0]!.passPercent = 90), []],
  ])('%s', (_, change, expected) => expect(named(changed(change))).toEqual(expected))

  test('several kinds in one item are one training', () => {
    const after = changed((plan) => {
      evidence12(plan)
      plan.process.bounceCap += 1
    })
    expect(named(after)).toContain('tess support-plan process+evidence')
  })

  test('only of what the plan says', () => {
    const after = changed((plan) => {
      evidence12(plan)
      plan.process.bounceCap += 1
      plan.training.lineage.retrainOn = ['evidence']
    })
    expect(named(after)).toEqual(['tess support-plan evidence', 'jan support-plan evidence'])
  })

  test('nobody who works by an override, whose certification has ended or not begun, or who was never trained', () => {
    const from = '2026-01-01T00:00:00.000Z'
    const override = { by: 'lies', reason: 'Holidays' }
    const others = [
      person('by-override', 1, { certifications: [{ tier: 1, from, until: null, override }] }),
      person('ended', 1, { certifications: [{ tier: 1, from, until: at, override: null }] }),
      person('to-begin', 1, {
        certifications: [{ tier: 1, from: '2026-12-01T00:00:00.000Z', until: null, override: null }],
      }),
      person('untrained', 1, { certifications: [] }),
    ]
    expect(named(changed(evidence12), others)).toEqual([])
  })

  test('within the days that the plan gives', () => {
    const after = changed((plan) => {
      evidence12(plan)
      plan.training.lineage.retrainWithinDays = 10
    })
    expect(asked(after).map(({ dueAt }) => dueAt)).toEqual(Array(2).fill('2026-12-03T09:00:00.000Z'))
  })

  test('in the course for leads, where there is one', () => {
    const after = changed((plan) => {
      evidence12(plan)
      const [own] = plan.training.courses
      if (own) plan.training.courses.push({ ...own, key: 'tier-1-leads', audience: 'leads' })
    })
    const lead = person('lies', 1, { leads: ['servicedesk'] })
    expect(asked(after, [lead, person('tess', 1)]).map(({ courseKey }) => courseKey)).toEqual([
      'tier-1-leads',
      'tier-1',
    ])
  })

  test('where the course has no item of that name, where it begins', () => {
    const after = changed((plan) => {
      evidence12(plan)
      const course = plan.training.courses[0]
      if (course) course.agenda = course.agenda.map((item) => ({ ...item, key: `own-${item.key}` }))
    })
    expect(named(after, [person('tess', 1)])).toEqual(['tess own-support-plan evidence'])
  })

  test('publishing again gives no more time, and forgets nothing', () => {
    const dueAt = '2026-11-30T09:00:00.000Z'
    const open = [
      {
        personId: 'tess',
        tier: 1,
        courseKey: 'tier-1',
        itemKey: 'support-plan',
        kinds: ['targets'] as const,
        dueAt,
      },
    ]
    const [tess, jan] = asked(changed(evidence12), people, open)
    expect(tess).toMatchObject({ personId: 'tess', kinds: ['evidence', 'targets'], dueAt })
    expect(jan?.dueAt).toBe('2026-12-23T09:00:00.000Z')
  })

  test('the same for the same two versions, and nothing for a version beside itself', () => {
    expect(changedForTiers(before, before).size).toBe(0)
    expect(asked(changed(evidence12))).toEqual(asked(changed(evidence12)))
  })
})

describe('word ahead', () => {
  const dueAt = '2026-12-23T09:00:00.000Z'
  const duty = { madeAt: at, dueAt, suspendedAt: null }
  const before = (days: number) => new Date(Date.parse(dueAt) - days * 86_400_000).toISOString()

  test.each([
    ['long before', 20, [], null],
    ['two weeks before', 14, [], 14],
    ['once', 13, [14], null],
    ['three days before', 3, [14], 3],
    ['at once where the first was missed', 2, [], 3],
    ['not again', 1, [14, 3], null],
    ['also after the end, before anything is suspended', -1, [14], 3],
  ] as const)('%s', (_, days, told, expected) => {
    const given = told.map((one) => ({ days: one, at: before(one) }))
    expect(wordDue(duty, given, before(days))).toBe(expected)
  })

  test.each([
    ['never without the last word', [], null],
    ['not on the first word alone', [[14, 14]], null],
    ['when it is due', [[3, 3]], dueAt],
    ['three days after a late last word', [[3, 1]], before(-2)],
  ] as const)('a certification is suspended: %s', (_, told, expected) => {
    expect(
      suspendedFrom(
        duty,
        told.map(([days, ago]) => ({ days, at: before(ago) })),
      ),
    ).toBe(expected)
  })

  test('nobody is locked out within three days of the last word, whenever the job ran', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40 * 24, max: 30 * 24 }), { maxLength: 30 }), (hours) => {
        const told: { days: number; at: string }[] = []
        let suspended: string | null = null
        for (const hour of hours.toSorted((one, other) => one - other)) {
          const now = new Date(Date.parse(dueAt) + hour * 3_600_000).toISOString()
          const days = suspended === null ? wordDue(duty, told, now) : null
          if (days !== null) told.push({ days, at: now })
          const from = suspendedFrom(duty, told)
          if (from !== null && from <= now && suspended === null) suspended = now
        }
        if (suspended === null) return
        const last = told.find(({ days }) => days === wordDays[1])
        expect(last).toBeDefined()
        expect(Date.parse(suspended) - Date.parse(last?.at ?? suspended)).toBeGreaterThanOrEqual(3 * 86_400_000)
        expect(suspended >= dueAt).toBe(true)
      }),
    )
  })
})
