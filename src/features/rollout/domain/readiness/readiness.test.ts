import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { waveOf } from '../mails/waves.ts'
import { type CertifiedMember, coverPeriod, tierCover } from './cover.ts'
import { maySign } from './decide.ts'
import { stateOf } from './figure.ts'
import { type ReadinessFacts, readinessOf } from './readiness-of.ts'

const plan = starterPlan({ startDay: '2026-11-02', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
const wave = (key: string) => {
  const found = waveOf(plan, key)?.wave
  if (!found) throw new Error(`No wave ${key}`)
  return found
}
const always = { from: '2026-01-01T00:00:00.000Z', until: null, away: [] }
const member = (id: string, part: Partial<CertifiedMember> = {}): CertifiedMember => ({ id, ...always, ...part })

describe('the cover of a tier', () => {
  const period = coverPeriod(plan, wave('wave-1'))

  test('is looked at for two weeks, or to the end of a shorter wave', () => {
    expect(period).toEqual({ from: '2026-11-15T23:00:00.000Z', until: '2026-11-29T23:00:00.000Z' })
    expect(coverPeriod(plan, { starts: '2026-11-16', ends: '2026-11-18' }).until).toBe('2026-11-18T23:00:00.000Z')
  })

  test('has a gap in each shift in which nobody certified is there from beginning to end', () => {
    const away = [{ from: '2026-11-18T12:00:00.000Z', until: '2026-11-18T13:00:00.000Z' }]
    const alone = tierCover(plan, 1, [member('a', { away })], period)
    expect([alone.shifts - alone.covered, alone.gaps.map(({ from }) => from.slice(0, 10)), alone.fewest]).toEqual([
      1,
      ['2026-11-18'],
      0,
    ])
    const two = tierCover(plan, 1, [member('a', { away }), member('b')], period)
    expect([two.gaps, two.fewest]).toEqual([[], 1])
  })

  test('ends where a certification ends, and begins where it begins', () => {
    const until = tierCover(plan, 1, [member('a', { until: '2026-11-20T00:00:00.000Z' })], period)
    expect(until.gaps[0]?.from.slice(0, 10)).toBe('2026-11-20')
    const from = tierCover(plan, 1, [member('a', { from: '2026-11-18T00:00:00.000Z' })], period)
    expect(from.gaps.map(({ from: at }) => at.slice(0, 10))).toEqual(['2026-11-16', '2026-11-17'])
  })

  test('never gets worse when somebody joins', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((add) => new Date(Date.UTC(2026, 10, 10 + add)).toISOString())
    const person = fc.tuple(day, day, day).map(([from, one, other]): CertifiedMember => {
      const [begins = one, ends = other] = [one, other].toSorted()
      return member('x', { from, away: begins < ends ? [{ from: begins, until: ends }] : [] })
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), person, (people, joiner) => {
        const before = tierCover(plan, 2, people, period)
        const after = tierCover(plan, 2, [...people, joiner], period)
        expect(after.covered).toBeGreaterThanOrEqual(before.covered)
        expect(after.covered + after.gaps.length).toBe(after.shifts)
      }),
    )
  })
})

const covered = { shifts: 10, covered: 10, gaps: [], fewest: 2 }
const previous = {
  ...{ key: 'wave-1', opened: 40, open: 4, oldUnknownCause: 0, diagnosed: 30, solvedAtContact: 18 },
  ...{ judged: 20, inTime: 18, rated: 5, satisfaction: 4.24 },
}
const facts: ReadinessFacts = {
  previous,
  tiers: new Map([1, 2, 3].map((level) => [level, { certified: 4, cover: covered, team: 'team' }])),
  commitments: { met: 4, of: 5, percent: 80, lacking: [{ what: { nl: 'Wat', en: 'What' }, due: '2026-12-01' }] },
  forecast: { attainment: 0.916, holds: 0.85, goal: 0.85 },
  mail: 'works',
  connector: 'works',
}
const told = (given: Partial<ReadinessFacts>, key = 'wave-2') => {
  const { figures } = readinessOf(plan, wave(key), { ...facts, ...given })
  return (name: string, tier: number | null = null) =>
    figures.find((one) => one.figure === name && one.tier === tier)
}

describe('readiness', () => {
  test.each([
    ['certified-agents', 1, {}, 4, 3, 'holds', 'plan'],
    [
      'certified-agents',
      1,
      { tiers: new Map([[1, { certified: 2, cover: covered, team: '' }]]) },
      2,
      3,
      'fails',
      'plan',
    ],
    ['shifts-covered', 2, {}, 100, 100, 'holds', 'always'],
    ['commitments-met', null, {}, 80, 100, 'fails', 'plan'],
    [
      'commitments-met',
      null,
      { commitments: { met: 0, of: 0, percent: null, lacking: [] } },
      null,
      100,
      'unknown',
      'plan',
    ],
    ['open-tickets-previous-wave', null, {}, 4, 20, 'holds', 'plan'],
    ['solved-at-tier-1', 1, {}, 60, 50, 'holds', 'plan'],
    [
      'solved-at-tier-1',
      1,
      { previous: { ...previous, diagnosed: 0, solvedAtContact: 0 } },
      null,
      50,
      'unknown',
      'plan',
    ],
    ['target-attainment', null, {}, 90, 85, 'holds', 'plan'],
    ['forecast-attainment', null, {}, 91, 85, 'holds', 'always'],
    ['forecast-attainment', null, { forecast: null }, null, 90, 'unknown', 'always'],
    ['satisfaction', null, {}, 4.2, 3.5, 'holds', 'always'],
    ['old-unknown-causes', null, { previous: { ...previous, oldUnknownCause: 1 } }, 1, 0, 'fails', 'always'],
    ['mail-works', null, { mail: 'fails-out' }, 0, 1, 'fails', 'always'],
    ['mail-works', null, { mail: 'none' }, null, 1, 'unknown', 'always'],
    ['connector-works', null, {}, 1, 1, 'holds', 'always'],
    ['connector-works', null, { connector: 'partly' }, 1, 1, 'holds', 'always'],
    ['connector-works', null, { connector: 'fails' }, 0, 1, 'fails', 'always'],
    ['connector-works', null, { connector: 'secret-missing' }, 0, 1, 'fails', 'always'],
    ['connector-works', null, { connector: 'connecting' }, null, 1, 'unknown', 'always'],
    ['connector-works', null, { connector: 'none' }, null, 1, 'unknown', 'always'],
  ] as const)(
    '%s of tier %s with %j is %s of %s: %s, asked by the %s',
    (name, tier, given, value, needed, state, by) => {
      expect(told(given)(name, tier)).toMatchObject({ value, needed, state, askedBy: by })
    },
  )

  test('asks a figure once: what the plan asks for is not asked always as well', () => {
    for (const key of ['pilot', 'wave-1', 'wave-2', 'wave-3']) {
      const { figures } = readinessOf(plan, wave(key), facts)
      const names = figures.map(({ figure, tier }) => `${figure} ${tier}`)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('says why a figure is unknown, and where what fails is mended', () => {
    const asked = told({ previous: null }, 'wave-3')
    expect(asked('satisfaction')).toMatchObject({ state: 'unknown', why: 'first-wave' })
    for (const one of readinessOf(plan, wave('wave-2'), { ...facts, mail: 'fails-in' }).figures) {
      if (one.state === 'unknown') expect(one.why).not.toBeNull()
      if (one.state === 'fails') expect(one.mend).not.toBeNull()
    }
  })

  test('counts every figure in exactly one state', () => {
    const { figures, holds, fails, unknown } = readinessOf(plan, wave('wave-2'), facts)
    expect(holds + fails + unknown).toBe(figures.length)
  })

  test('is not rounded up to what is needed', () => {
    const nearly = { ...covered, shifts: 1_000, covered: 999 }
    const tiers = new Map([[1, { certified: 4, cover: nearly, team: '' }]])
    expect(told({ tiers })('shifts-covered', 1)).toMatchObject({ value: 99, state: 'fails' })
    expect(stateOf({ value: 84.9, comparison: 'at-least', needed: 85 })).toBe('fails')
  })
})

describe('signing', () => {
  const condition = { text: 'Train two more', owner: 'lies', due: '2026-12-04' }
  test.each([
    ['go', [], 0, '2026-12-01', true],
    ['go', [], 1, '2026-12-01', 'go-with-failures'],
    ['go', [condition], 0, '2026-12-01', 'conditions-without-reason'],
    ['conditional', [condition], 3, '2026-12-01', true],
    ['conditional', [], 3, '2026-12-01', 'conditions-missing'],
    ['no-go', [], 3, '2026-12-01', true],
    ['no-go', [], 0, '2026-12-27', true],
    ['go', [], 0, '2026-12-28', 'wave-over'],
  ] as const)('%s with %j while %s figures fail on %s: %s', (outcome, conditions, fails, today, expected) => {
    const verdict = maySign({ outcome, conditions }, { fails }, { ends: '2026-12-27' }, today)
    expect(verdict.ok || verdict.refusal.code).toBe(expected)
  })
})
