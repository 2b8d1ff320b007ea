import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import { ticketOf } from '#features/tickets/domain/testing/desk.ts'
import { exerciseFor, plan, playThrough, scoreFor, wasPoor } from '../testing/practice-desk.ts'
import { candidateCount, candidatesFor, categoryFor, drawExercise, expectedOf } from './exercise.ts'
import { saysSomething } from './material.ts'
import { passPoints, pointsOf, weights } from './score.ts'

const tiers = plan.teams.tiers.map(({ level }) => level)
const anyTier = fc.constantFrom(...tiers)
const anySeed = fc.nat({ max: 2 ** 31 - 1 })

describe('an exercise is drawn', () => {
  test('the same for the same person, tier and count; for a platform, one that is met there', () => {
    fc.assert(
      fc.property(
        anyTier,
        anySeed,
        fc.constantFrom('ios', 'android', 'windows', 'macos'),
        (tier, seed, platform) => {
          const draw = () => drawExercise(knownIssues(), { plan, tier, platform, seen: [], seed })
          expect(draw()).toEqual(draw())
          expect(draw()?.platform).toBe(platform)
          expect(draw()?.issue.platforms).toContain(platform)
        },
      ),
    )
  })

  test('from what the tier meets: solved there, or for a tier above', () => {
    fc.assert(
      fc.property(anyTier, anySeed, (tier, seed) => {
        const { issue } = exerciseFor(tier, seed)
        expect(issue.typicalTier).toBeGreaterThanOrEqual(tier)
        expect(issue.id).not.toMatch(/^legacy-/)
      }),
    )
  })

  test('both kinds for every tier but the highest, which solves all it gets', () => {
    const kinds = (tier: number) =>
      new Set(Array.from({ length: 60 }, (_, seed) => expectedOf(exerciseFor(tier, seed))))
    expect([kinds(1), kinds(2), kinds(3)]).toEqual([
      new Set(['solve', 'hand-up']),
      new Set(['solve', 'hand-up']),
      new Set(['solve']),
    ])
  })

  test('anew, as long as there is one that was not practised with', () => {
    const seen: string[] = []
    for (let count = 0; count < 40; count += 1) seen.push(exerciseFor(1, count, seen).issue.id)
    expect(new Set(seen).size).toBe(40)
  })

  test('with the right cause among its candidates, each once, in the same order', () => {
    fc.assert(
      fc.property(anyTier, anySeed, (tier, seed) => {
        const exercise = exerciseFor(tier, seed)
        const ids = candidatesFor(knownIssues(), exercise).map(({ id }) => id)
        expect(ids).toContain(exercise.issue.id)
        expect([ids.length, new Set(ids).size]).toEqual([candidateCount, candidateCount])
        expect(candidatesFor(knownIssues(), exercise).map(({ id }) => id)).toEqual(ids)
      }),
    )
  })

  test('with a category that the plan has for its platform', () => {
    const misplaced = knownIssues().flatMap((issue) =>
      issue.platforms.filter((platform) => categoryFor(plan, { issue, platform }) === null).map(() => issue.id),
    )
    expect(misplaced).toEqual([])
  })
})

describe('an exercise is played', () => {
  test('by legal moves alone, to a closed ticket, whoever plays well; and that passes', () => {
    fc.assert(
      fc.property(anyTier, anySeed, (tier, seed) => {
        const played = playThrough(tier, seed)
        expect(ticketOf(played.desk).stage.name).toBe('closed')
        const score = scoreFor(played)
        expect([score.points, score.notes]).toEqual([100, expect.arrayContaining(['tier-right'])])
      }),
      { numRuns: 150 },
    )
  })

  test('nobody passes who takes it in the wrong tier', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2), anySeed, (tier, seed) => {
        const { issue } = exerciseFor(tier, seed)
        const player = issue.typicalTier <= tier ? { handsUp: true } : { solves: true, named: () => null }
        const score = scoreFor(playThrough(tier, seed, player), player)
        expect(score.passed).toBe(false)
      }),
      { numRuns: 80 },
    )
  })

  test('nobody passes who names the wrong cause of what they solve', () => {
    fc.assert(
      fc.property(anyTier, anySeed, (tier, seed) => {
        const exercise = exerciseFor(tier, seed)
        fc.pre(expectedOf(exercise) === 'solve')
        const wrong = candidatesFor(knownIssues(), exercise).find(({ id }) => id !== exercise.issue.id)
        const player = { named: () => wrong?.id ?? null }
        expect(scoreFor(playThrough(tier, seed, player), player).passed).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('a handover that says nothing comes back, and costs half', () => {
    const seed =
      Array.from({ length: 50 }, (_, one) => one).find((one) => expectedOf(exerciseFor(1, one)) === 'hand-up') ?? 0
    const player = { empty: true }
    const score = scoreFor(playThrough(1, seed, player), player)
    expect(score.notes).toContain('evidence-sent-back')
    expect(score.parts.evidence).toBeLessThanOrEqual(0.5)
    expect(score.passed).toBe(false)
  })

  test('a poor handover that is let through is seen; one that is sent back with its name is good', () => {
    const seeds = Array.from({ length: 80 }, (_, one) => one)
    const poor = seeds.filter((seed) => wasPoor(playThrough(2, seed)))
    expect(poor.length).toBeGreaterThan(15)
    expect(poor.length).toBeLessThan(50)
    const [seed = 0] = poor
    expect(scoreFor(playThrough(2, seed)).notes).toContain('handover-judged')
    const player = { acceptsAnything: true }
    const through = scoreFor(playThrough(2, seed, player), player)
    expect(through.notes).toContain('handover-let-through')
    expect(through.parts.evidence).toBeLessThanOrEqual(0.5)
  })
})

describe('points', () => {
  const all = { evidence: 1, tier: 1, cause: 1, steps: 1, time: 1 }

  test.each([
    ['everything right', all, true],
    ['slow and by detours', { ...all, steps: 0, time: 0 }, true],
    ['the wrong tier', { ...all, tier: 0 }, false],
    ['the wrong cause', { ...all, cause: 0 }, false],
    ['no evidence', { ...all, evidence: 0 }, false],
    ['half the evidence', { ...all, evidence: 0.5 }, true],
    ['handed up with everything', { ...all, cause: null }, true],
    ['handed up from the wrong tier', { ...all, cause: null, tier: 0 }, false],
  ])('%s', (_, parts, passes) => expect(pointsOf(parts) >= passPoints).toBe(passes))

  test('are a hundred at most and nothing at least, and better never gives less', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const parts = fc.record({ evidence: share, tier: share, cause: fc.option(share), steps: share, time: share })
    fc.assert(
      fc.property(parts, share, (some, more) => {
        expect(pointsOf(some)).toBeGreaterThanOrEqual(0)
        expect(pointsOf(some)).toBeLessThanOrEqual(100)
        const better = { ...some, evidence: Math.max(some.evidence, more) }
        expect(pointsOf(better)).toBeGreaterThanOrEqual(pointsOf(some))
      }),
    )
    expect(Object.values(weights).reduce((sum, one) => sum + one, 0)).toBe(100)
  })
})

describe('an answer says something', () => {
  const withCode = knownIssues().find(({ codes }) => codes.includes('0x80180014'))
  const without = knownIssues().find(({ codes }) => codes.length === 0)
  const item = (kind: 'text' | 'code' | 'screenshot') => ({
    key: 'k',
    name: { nl: 'k', en: 'k' },
    help: { nl: '', en: '' },
    kind,
    options: [],
    required: true,
    appliesTo: { categories: [], platforms: [] },
    filledBy: null,
  })

  test.each([
    ['text', 'The screen says it is blocked', true],
    ['text', 'n/a', false],
    ['text', 'weet ik niet', false],
    ['text', '??', false],
    ['text', '', false],
    ['code', '0x80180014', true],
    ['code', 'code 2149056532', true],
    ['code', '0x80180018', false],
    ['screenshot', 'no file', true],
  ] as const)('%s: %s', (kind, value, says) => {
    if (!withCode) throw new Error('The catalogue lost 0x80180014')
    expect(saysSomething(item(kind), { value, files: [] }, withCode)).toBe(says)
  })

  test('any code where the issue shows none', () => {
    if (!without) throw new Error('The catalogue has codes for everything')
    expect(saysSomething(item('code'), { value: 'no code shown', files: [] }, without)).toBe(true)
  })
})
