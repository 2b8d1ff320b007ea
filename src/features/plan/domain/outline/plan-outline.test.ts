import { describe, expect, test } from 'vitest'
import { starterPlan } from '../starter/starter-plan.ts'
import { starterTeams } from '../starter/teams.ts'
import { cleanText } from './clean.ts'
import type { Block, PlanDocument } from './plan-document.ts'
import { type About, planOutline } from './plan-outline.ts'

const plan = starterPlan({ startDay: '2026-12-07', owner: 'Ria de Wit' })
const about: About = {
  organisation: 'Contoso',
  version: 2,
  state: 'published',
  day: '2026-11-22',
  approver: 'Ilse Bakker',
  reason: 'Wave 2',
  teams: starterTeams,
  before: null,
}
/** Keys stand for their words, so that structure is all there is to see. */
const outline = (given: Partial<About> = {}, language: 'nl' | 'en' = 'nl', of = plan): PlanDocument =>
  planOutline(of, { ...about, ...given }, { language, say: (key) => key })

const shape = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'table' ? `table ${block.rows.length}` : block.kind))

test('says the same in each language, in the same order', () => {
  expect(shape(outline({}, 'en').blocks)).toEqual(shape(outline({}, 'nl').blocks))
})

test('has every chapter, drawing, a card for each tier, and room for each signature', () => {
  const { blocks } = outline()
  const chapters = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))
  expect(chapters).toEqual([
    'document.purpose',
    'chapters.teams',
    'chapters.process',
    'chapters.training',
    'chapters.involvement',
    'document.signOff.title',
  ])
  expect(blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.kind] : []))).toEqual([
    'tiers',
    'path',
    'calendar',
  ])
  const levels = blocks.flatMap((block) => (block.kind === 'card' && block.level !== null ? [block.level] : []))
  expect(levels).toEqual([1, 2, 3, 4, 1, 2, 3])
  const [signatures] = blocks.flatMap((block) => (block.kind === 'signatures' ? [block.rows] : []))
  expect(signatures?.map(({ name }) => name)).toEqual(['Ria de Wit', 'Ilse Bakker', '', '', '', ''])
})

test.each([
  ['published', null],
  ['draft', 'document.marks.draft'],
  ['in-review', 'document.marks.in-review'],
] as const)('a version that is %s is marked %s', (state, mark) => {
  expect(outline({ state }).draftMark).toBe(mark)
})

describe('what changed', () => {
  const changes = (given: Partial<About>) => {
    const { blocks } = outline(given)
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'document.changes')
    return at < 0 ? null : blocks[at + 1]
  }

  test('is left out where there is nothing to compare with', () => {
    expect(changes({})).toBeNull()
  })
  test('is a sentence for each change', () => {
    const before = { ...plan, owner: 'Somebody else', service: 'Something else' }
    expect(changes({ before: { version: 1, plan: before } })).toMatchObject({ kind: 'list', items: { length: 2 } })
  })
  test('is said to be nothing when it is nothing', () => {
    expect(changes({ before: { version: 1, plan } })).toMatchObject({ text: 'document.noChanges' })
  })
})

test('a draft that is hardly begun still makes a document', () => {
  const bare = structuredClone(plan)
  bare.teams.vendor = null
  bare.teams.tiers[0]!.supportHours = 'nowhere'
  bare.teams.supportHours[0]!.holidays.country = 'xx-not-a-country'
  bare.involvement = { phases: [], bridges: [], commitments: [], readiness: [], resources: [] }
  bare.training.courses = []
  bare.process.edges = []
  bare.name = { nl: ' ', en: '' }
  expect(outline({}, 'nl', bare)).toMatchObject({ title: '–' })
})

test.each([
  ['a\u0000b\u0007', 'ab'],
  ['\ud800half', 'half'],
  ['gnp.\u202eexe', 'gnp.exe'],
  ['two\r\n\tlines', 'two lines'],
  ['e\u0301', 'é'],
  ['👩\u200d💻 שלום', '👩\u200d💻 שלום'],
])('%j is written as %j', (given, clean) => {
  expect(cleanText(given)).toBe(clean)
})
