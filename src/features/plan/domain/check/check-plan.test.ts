import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan, mendPlan } from './check-plan.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { nothingLearnt } from './desk-facts.ts'
import { type Finding, findingCodes } from './finding.ts'
import { readDraft } from './read-draft.ts'
import { rules } from './rules.ts'
import { aDesk, aPlan } from './testing/plan-parts.ts'

const here = dirname(createRequire(import.meta.url).resolve('./check-plan.ts'))
const files = readdirSync(join(here, 'rules'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
const ruleFiles = files.filter((name) => !name.endsWith('.test.ts'))
const codeOf = (name: string) => name.replace(/^.*[/]|[.]ts$/g, '')
const words = (language: string) =>
  JSON.parse(readFileSync(join(here, `../../i18n/${language}.json`), 'utf8')) as Record<
    'findings' | 'mends' | 'mendButtons',
    Record<string, string>
  >

describe('the starter plan', () => {
  test('is sound on the command line', () => {
    expect(checkPlan(aPlan(), null)).toEqual([])
  })

  test('is sound on a desk where people are trained', () => {
    expect(checkPlan(aPlan(), aDesk())).toEqual([])
  })

  test('lacks people, and nothing else, on a desk of one administrator', () => {
    const fresh = {
      ...nothingLearnt,
      today: '2026-11-23',
      teams: {},
      certified: [],
      roles: { administrator: 1 },
      links: {},
    }
    const codes = new Set(checkPlan(aPlan(), fresh).map((finding) => finding.code))
    expect([...codes].toSorted()).toEqual([
      'bridge-quorum-impossible',
      'course-without-trainer',
      'role-empty',
      'tier-without-members',
    ])
    expect(checkPlan(aPlan(), fresh).filter((finding) => finding.severity === 'error')).toEqual([])
  })
})

describe('every rule', () => {
  test.each(ruleFiles)('%s is asked, under the name of its file', (name) => {
    expect(rules.filter((rule) => rule.code === codeOf(name))).toHaveLength(1)
  })

  test('is in a file of its own', () => {
    expect(rules.map((rule) => rule.code).toSorted()).toEqual(ruleFiles.map(codeOf).toSorted())
    expect(findingCodes.filter((code) => !code.startsWith('value-')).toSorted()).toEqual(
      ruleFiles.map(codeOf).toSorted(),
    )
  })

  test.each(ruleFiles)('%s has tables beside it of what it finds and what it leaves alone', (name) => {
    const table = readFileSync(join(here, 'rules', name.replace(/ts$/, 'test.ts')), 'utf8')
    expect(table).toMatch(/describeRule\(rule, \{[^]*faults: \[[^]*sound: \[/)
  })

  test.each(ruleFiles)('%s is in the guide', (name) => {
    const guide = readFileSync(join(here, '../../../../../docs/guides/plan-check.md'), 'utf8')
    const { severity } = rules.find((rule) => rule.code === codeOf(name)) ?? {}
    expect(guide).toContain(`| \`${codeOf(name)}\` | ${severity}`)
  })

  test.each(findingCodes)('%s is said, with how to mend it, in both languages', (code) => {
    for (const language of ['nl', 'en']) {
      const { findings, mends, mendButtons } = words(language)
      expect(findings[code]).toBeTruthy()
      expect(mends[code]).toBeTruthy()
      const button = rules.some((rule) => rule.code === code && rule.mend !== undefined)
      expect(mendButtons[code] !== undefined).toBe(button)
    }
  })
})

/** Anything an editor can leave in a field while typing: of the kind that belongs there, with any value. */
const spoilt = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', '2026-13-45', '99:99', 0, -1, 3.5, 1e9)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((spoils) => {
    const plan = aPlan()
    const leaves: { owner: Record<string, unknown>; key: string }[] = []
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        leaves.push({ owner: value as Record<string, unknown>, key })
        visit(inner)
      }
    }
    visit(plan)
    for (const [number, value] of spoils) {
      const leaf = leaves[number % leaves.length]
      if (!leaf) continue
      const old = leaf.owner[leaf.key]
      if (Array.isArray(old)) leaf.owner[leaf.key] = []
      else if (typeof old === typeof value && !closed.has(leaf.key)) leaf.owner[leaf.key] = value
    }
    return plan
  })

/** Fields with a closed list of values: a draft with another value is not kept. */
const closed = new Set([
  'platform',
  'figure',
  'kind',
  'mode',
  'form',
  'moment',
  'to',
  'channel',
  'impact',
  'urgency',
  'filledBy',
])

describe('a draft in the making', () => {
  test('is checked whatever is in its fields', () => {
    fc.assert(
      fc.property(spoilt, (plan) => {
        for (const facts of [null, aDesk()]) {
          for (const finding of checkPlan(plan, facts)) mendPlan(plan, finding)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is mended by a click: the finding is gone, and no new error comes', () => {
    const errors = (findings: readonly Finding[]) =>
      new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))
    fc.assert(
      fc.property(spoilt, fc.boolean(), (plan, isDesk) => {
        const facts = isDesk ? aDesk() : null
        const isDraft = readDraft(plan, facts).ok
        const findingsOf = (one: SupportPlan): readonly Finding[] => {
          const reading = readDraft(one, facts)
          if (!isDraft) return checkPlan(one, facts)
          if (!reading.ok) throw new Error(`No draft any more: ${reading.places.join()}`)
          return reading.findings
        }
        const before = findingsOf(plan)
        for (const finding of before) {
          const mended = mendPlan(plan, finding)
          if (mended === null) continue
          const after = findingsOf(mended)
          const places = (findings: readonly Finding[]) =>
            findings.filter(({ code }) => code === finding.code).map(({ place }) => place.join('.'))
          // Of a list, the entry behind the one that is gone takes its place.
          const isGone = !places(after).includes(finding.place.join('.'))
          expect(isGone || places(after).length < places(before).length).toBe(true)
          expect([...errors(after).difference(errors(before))]).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('is checked between two keystrokes', () => {
    const plan = aPlan()
    checkPlan(plan, null)
    const begin = performance.now()
    for (let count = 0; count < 20; count += 1) checkPlan(structuredClone(plan), null)
    expect((performance.now() - begin) / 20).toBeLessThan(50)
  })
})
