import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { bankOf, readyMadeBank } from './bank.ts'
import { drawTest } from './draw.ts'
import { judgeTest } from './judge.ts'
import { mayTakeTest } from './may-take.ts'
import { asAsked, isAnswerable } from './question.ts'

const plan = starterPlan({ startDay: '2026-12-07', owner: 'Rollout' })
const { courses } = plan.training

describe.each(courses)('the ready-made questions of $key', (course) => {
  const bank = readyMadeBank(plan, course)

  test('are enough for every agenda item', () => {
    for (const { key } of course.agenda)
      expect([key, bank.filter(({ item }) => item === key).length >= 2]).toEqual([key, true])
  })

  test('are whole: both languages, something right, something wrong, each option once', () => {
    expect(new Set(bank.map(({ key }) => key)).size).toBe(bank.length)
    for (const { key, options, text, explanation } of bank) {
      const words = [text, explanation, ...options.map((option) => option.text)]
      expect([key, words.every(({ nl, en }) => nl.trim() !== '' && en.trim() !== '')]).toEqual([key, true])
      expect([key, isAnswerable({ options })]).toEqual([key, true])
      for (const language of ['nl', 'en'] as const)
        expect([key, new Set(options.map((option) => option.text[language])).size]).toEqual([key, options.length])
    }
  })

  test('are drawn the same for the same seed, ten of them, from every item', () => {
    assert(
      property(integer(), (seed) => {
        const drawn = drawTest(bank, course.agenda, seed)
        expect(drawn).toHaveLength(10)
        expect(new Set(drawn.map(({ item }) => item)).size).toBe(course.agenda.length)
        expect(drawTest(bank, course.agenda, seed)).toEqual(drawn)
      }),
      { numRuns: 30 },
    )
  })

  test('differ from one person to the next', () => {
    const keys = (seed: number) => drawTest(bank, course.agenda, seed).map(({ key }) => key)
    expect(keys(1)).not.toEqual(keys(2))
  })

  test('tell nothing before the test is handed in', () => {
    const asked = JSON.stringify(drawTest(bank, course.agenda, 1).map(asAsked))
    expect(asked).not.toMatch(/"(?:right|explanation|source)":/)
  })
})

test('a question from the plan follows the plan', () => {
  const [course] = courses
  const strict = structuredClone(plan)
  strict.process.bounceCap = 5
  const asked = readyMadeBank(strict, course as never).find(({ key }) => key === 'plan-bounce-cap')
  expect(asked?.options.find(({ right }) => right)?.text.en).toBe('5 times')
})

describe('the bank of an organisation', () => {
  const [course] = courses
  const ours = readyMadeBank(plan, course as never)
  const [first] = ours
  if (!first) throw new Error('There are questions')

  test.each([
    ['left out', [{ key: first.key, state: 'left-out', question: null }], ours.length - 1],
    ['changed', [{ key: first.key, state: 'changed', question: { ...first, source: null } }], ours.length],
    ['back to ours', [{ key: first.key, state: 'ours', question: null }], ours.length],
    ['their own', [{ key: 'own-1', state: 'changed', question: { ...first, key: 'own-1' } }], ours.length + 1],
  ] as const)('a question that is %s', (_, edits, count) => expect(bankOf(ours, edits)).toHaveLength(count))
})

describe('judging', () => {
  const [course] = courses
  const drawn = drawTest(readyMadeBank(plan, course as never), (course as never as { agenda: [] }).agenda, 7)
  const right = Object.fromEntries(
    drawn.map(({ key, options }) => [key, options.filter((option) => option.right).map((option) => option.key)]),
  )

  test('all right is everything', () => {
    expect(judgeTest(drawn, right, 80)).toMatchObject({ percent: 100, passed: true })
  })

  test('the pass mark itself is enough, and one less is not', () => {
    const wrong = (count: number) => ({
      ...right,
      ...Object.fromEntries(drawn.slice(0, count).map(({ key }) => [key, []])),
    })
    expect(judgeTest(drawn, wrong(2), 80)).toMatchObject({ percent: 80, passed: true })
    expect(judgeTest(drawn, wrong(3), 80)).toMatchObject({ percent: 70, passed: false })
  })

  test('everything ticked is not right', () => {
    const all = Object.fromEntries(drawn.map(({ key, options }) => [key, options.map((option) => option.key)]))
    expect(judgeTest(drawn, all, 80).percent).toBe(0)
  })

  test('nobody passes a test without questions', () => expect(judgeTest([], {}, 0).passed).toBe(false))
})

describe('taking a test', () => {
  const at = '2026-11-23T12:00:00.000Z'
  const attended = [{ sessionId: 's1', attendedAt: '2026-11-23T09:00:00.000Z' }]
  const failed = (handedInAt: string, sessionId = 's1') => ({ sessionId, handedInAt, passed: false })
  test.each([
    ['without attendance', [], [], 'test-needs-attendance'],
    ['after attendance', attended, [], null],
    ['half an hour after failing', attended, [failed('2026-11-23T11:30:00.000Z')], 'test-rests'],
    ['an hour after failing', attended, [failed('2026-11-23T11:00:00.000Z')], null],
    [
      'after failing three times',
      attended,
      ['2026-11-23T08:00:00.000Z', '2026-11-23T09:30:00.000Z', '2026-11-23T10:40:00.000Z'].map((one) =>
        failed(one),
      ),
      'test-needs-attendance',
    ],
    [
      'after failing and attending again',
      [...attended, { sessionId: 's2', attendedAt: '2026-11-23T11:55:00.000Z' }],
      [failed('2026-11-23T11:50:00.000Z')],
      null,
    ],
    ['after passing', attended, [{ ...failed('2026-11-23T11:00:00.000Z'), passed: true }], 'test-passed-already'],
  ])('%s', (_, trainingSessions, attempts, refusal) => {
    const may = mayTakeTest(trainingSessions, attempts, at)
    expect(may.ok ? null : may.refusal.code).toBe(refusal)
  })
})
