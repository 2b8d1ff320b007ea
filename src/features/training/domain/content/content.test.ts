import { readFileSync } from 'node:fs'
import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { issuesFor } from './issue-pages.ts'
import { blocksOf } from './markup.ts'
import { timed } from './page.ts'
import { inWeek } from './plan-words.ts'
import { platformsOf, readyMadePages } from './ready-made.ts'

const plan = starterPlan({ startDay: '2026-12-07', owner: 'Rollout' })
const issues = JSON.parse(
  readFileSync(new URL('../../../knowledge/content/known-issues.json', import.meta.url), 'utf8'),
) as KnownIssue[]

describe.each(plan.training.courses)('the ready-made content of $key', (course) => {
  test.each(course.agenda)('of $key is whole, in both languages, within its minutes', (item) => {
    const pages = timed(readyMadePages(plan, course, item.key, issues), item.minutes)
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.reduce((sum, page) => sum + page.minutes, 0)).toBe(item.minutes)
    for (const { title, body, notes, minutes } of pages) {
      expect([title.en, minutes > 0]).toEqual([title.en, true])
      for (const words of [title, body, notes])
        expect([title.en, words.nl.trim() !== '' && words.en.trim() !== '']).toEqual([title.en, true])
      // Both languages are laid out alike: nothing was left out of one.
      const shape = (words: string) => blocksOf(words).map(({ kind }) => kind)
      expect([title.en, shape(body.nl)]).toEqual([title.en, shape(body.en)])
    }
  })
})

test("going through the plan tells the organisation's own plan", () => {
  const own = structuredClone(plan)
  own.process.bounceCap = 7
  own.process.wayDown = 'step-by-step'
  const [course] = own.training.courses
  const told = readyMadePages(own, course as never, 'support-plan', [])
    .map(({ body }) => body.en)
    .join('\n')
  expect(told).toContain('sent back 7 times')
  expect(told).toContain('goes down tier by tier')
  expect(told).toContain('Mon–Fri 08:00–17:30')
})

test('an agenda item of the organisation’s own begins empty', () => {
  expect(readyMadePages(plan, plan.training.courses[0] as never, 'house-rules', issues)).toEqual([])
})

describe('known issues in a course', () => {
  test.each([1, 2, 3])(
    'of tier %i are of that tier, of the rollout’s platforms, and of different areas',
    (tier) => {
      const chosen = issuesFor(issues, tier, platformsOf(plan))
      expect(chosen).toHaveLength(5)
      expect(new Set(chosen.map(({ area }) => area)).size).toBe(5)
      for (const issue of chosen) expect(Math.min(issue.typicalTier, 3)).toBe(tier)
    },
  )

  test('are only of the platforms that are asked for', () => {
    for (const issue of issuesFor(issues, 1, ['linux'])) expect(issue.platforms).toContain('linux')
  })
})

test('minutes are shared out to the last one', () => {
  const page = { title: { nl: '', en: '' }, body: { nl: '', en: '' }, notes: { nl: '', en: '' }, sources: [] }
  assert(
    property(
      array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
      integer({ min: 1, max: 300 }),
      (all, minutes) => {
        const pages = timed(
          all.map((share) => ({ ...page, minutes: share })),
          minutes,
        )
        expect(pages.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes)
      },
    ),
  )
})

test('the light form becomes paragraphs, lists and tables, and nothing else', () => {
  expect(blocksOf('One\nline\n\n- a\n- b\n1. c\n| h | i |\n| <b>x</b> |')).toEqual([
    { kind: 'paragraph', text: 'One line' },
    { kind: 'list', ordered: false, items: ['a', 'b'] },
    { kind: 'list', ordered: true, items: ['c'] },
    { kind: 'table', heads: ['h', 'i'], rows: [['<b>x</b>', '']] },
  ])
})

test('a week is said as people say it', () => {
  const week = [1, 2, 3, 5].map((day) => ({ day, from: '08:00', to: '17:00' }))
  expect(inWeek(week, 'nl')).toBe('ma–wo 08:00–17:00; vr 08:00–17:00')
  expect(inWeek([{ day: 2, from: '10:00', to: null }], 'en')).toBe('Tue 10:00')
})
