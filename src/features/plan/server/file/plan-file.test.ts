import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryPlan } from '../../../../../tests/support/arbitrary-plan.ts'
import { SupportPlan } from '../../domain/document/support-plan.ts'
import { starterPlan } from '../../domain/starter/starter-plan.ts'
import { readPlanFile } from './read-plan-file.ts'
import { planFileFormats, writePlanFile } from './write-plan-file.ts'

const starter = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const holiday = { date: '2026-12-25', name: { nl: 'Eerste kerstdag', en: 'Christmas Day' } }
starter.teams.supportHours[0]?.holidays.publicDays.push(holiday)
const yaml = writePlanFile(starter, 'yaml')
const json = writePlanFile(starter, 'json')

describe.each(planFileFormats)('a plan that is written as %s', (format) => {
  test('comes back the same, and is written in the same bytes again: any plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const file = writePlanFile(plan, format)
        const reading = readPlanFile(file)
        expect(reading).toEqual({ ok: true, plan, positionOf: expect.any(Function) as unknown })
        expect(writePlanFile(plan, format)).toBe(file)
      }),
      { numRuns: 60 },
    )
  })

  test('has its fields in the order of the shape, whatever the order in which they were kept', () => {
    const shuffled = Object.fromEntries(Object.entries(starter).toReversed()) as SupportPlan
    expect(writePlanFile(shuffled, format)).toBe(writePlanFile(starter, format))
  })

  test('may be unfinished, and comes back as the draft that it is', () => {
    const draft = structuredClone(starter)
    draft.name.nl = ''
    draft.process.targetHours = 'not-there-yet'
    const reading = readPlanFile(writePlanFile(draft, format))
    expect(reading).toMatchObject({ ok: false, draft })
  })
})

test('plans that are generated for tests are whole plans', () => {
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      expect(SupportPlan.safeParse(plan).error?.issues ?? []).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a file from before bridges had a host, a scribe and figures to stop at reads as it did', () => {
  const lines = [
    'host: ',
    'scribe: ',
    'exitWhen:',
    '- { figure: solved-at-tier-1, comparison: at-least, threshold: 60, days: 14 }',
    'retrainWithinDays: ',
  ]
  const old = yaml.split('\n').filter((line) => !lines.some((one) => line.trim().startsWith(one)))
  expect(yaml.split('\n').length - old.length).toBe(lines.length)
  const reading = readPlanFile(old.join('\n'))
  const [bridge] = reading.ok ? reading.plan.involvement.bridges : []
  expect(bridge).toMatchObject({ host: null, scribe: null, exitWhen: [] })
  expect(reading).toMatchObject({ ok: true, plan: { training: { lineage: { retrainWithinDays: 30 } } } })
})

test('a file from before Intune had a say reads as it did', () => {
  const old = structuredClone(starter)
  for (const name of ['detection', 'deviceActions', 'bursts']) Reflect.deleteProperty(old.process, name)
  const reading = readPlanFile(writePlanFile(old, 'yaml'))
  expect(reading).toMatchObject({ ok: true })
  const { detection, deviceActions, bursts } = reading.ok ? reading.plan.process : starter.process
  expect(new Set(Object.values(detection))).toEqual(new Set(['off', 30]))
  expect(deviceActions).toEqual([])
  expect(bursts).toEqual({ tickets: 5, hours: 4 })
})

describe('a YAML file reads well', () => {
  test.each([
    [
      'editors find the schema in the first line',
      /^# yaml-language-server: \$schema=plan[.]schema[.]json\n\nformat: tierwise-plan-1\n/,
    ],
    ['both languages stand above each other', /\n {6}name:\n {8}nl: Kantoortijden\n {8}en: Office hours\n/],
    ['a row of a table is a line', /\n {8}- \{ day: 1, from: "08:00", to: "17:30" \}\n {8}- \{ day: 2/],
    ['so is a holiday', /\n {10}- \{ date: "2026-12-25", name: \{ nl: Eerste kerstdag, en: Christmas Day \} \}\n/],
    ['priorities are numbers', /\n {8}1: \{ acknowledgeMinutes: 15, /],
    ['lists of names are a line', /\nlanguages: \[ nl, en \]\n/],
    ['what other readers of YAML take for a time or for "no" is in quotes', /from: "08:00"/],
  ])('%s', (_, excerpt) => {
    expect(yaml).toMatch(excerpt)
  })

  test('without anchors, and without lines of more than 120 characters', () => {
    expect(yaml).not.toMatch(/(^|\s)[&*][a-z]/m)
    expect(yaml.split('\n').filter((line) => line.length > 120 && !line.includes('http'))).toEqual([])
  })

  test('with a heading of its own', () => {
    const file = writePlanFile(starter, 'yaml', { schema: 'https://desk.test/schema', lines: ['Version 3'] })
    expect(file).toMatch(/^# yaml-language-server: \$schema=https:\/\/desk[.]test\/schema\n# Version 3\n\nformat/)
    expect(readPlanFile(file)).toMatchObject({ ok: true, plan: starter })
  })
})

describe('a file is the same plan', () => {
  test.each([
    ['with a byte order mark', `\uFEFF${yaml}`],
    ['with line endings of Windows', yaml.replaceAll('\n', '\r\n')],
    ['without a line ending at the end', yaml.trimEnd()],
    ['with comments', yaml.replaceAll('\nteams:', '\n# Who does what?\nteams: # chapter 1')],
    ['as JSON', json],
    ['as JSON on one line', JSON.stringify(starter)],
    ['as JSON that is indented with tabs', JSON.stringify(starter, null, '\t')],
    ['as JSON that names its schema', json.replace('{', '{ "$schema": "./plan.schema.json",')],
    ['with the three hyphens that begin a document', `---\n${yaml}`],
    [
      'with anchors for what is the same',
      yaml
        .replace('supportHours: office-hours', 'supportHours: &o office-hours')
        .replace(/(level: 2[^]*?supportHours: )office-hours/, '$1*o'),
    ],
  ])('%s', (_, file) => {
    expect(file).not.toBe(yaml)
    const reading = readPlanFile(file)
    expect(reading).toMatchObject({ ok: true, plan: starter })
  })
})
