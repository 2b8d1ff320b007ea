import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Forecast } from '#features/forecast/domain/forecast.ts'
import { writePlanFile } from '#features/plan/server/file/write-plan-file.ts'
import { erlangC } from '#features/forecast/domain/testing/queueing-theory.ts'
import { starter } from '#features/forecast/domain/testing/starter.ts'
import { tierwise } from '../../../tests/support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'tierwise-forecast-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const plan = join(folder, 'plan.yaml')
writeFileSync(plan, writePlanFile(starter, 'yaml'))

async function forecast(assumptions: string, ...more: readonly string[]) {
  const file = join(folder, 'assumptions.yaml')
  writeFileSync(file, assumptions)
  const run = tierwise(['plan', 'forecast', plan, '--assumptions', file, ...more], {})
  const code = await run.ended
  return { code, output: run.output(), complaints: run.complaints() }
}

const textbook = `
arrivals:     { perHour: 14 }
tiers:
  1: { agents: 3, work: { distribution: exponential, meanMinutes: 10 }, passOn: 0.25 }
  2: { agents: 2, work: { distribution: exponential, meanMinutes: 20 } }
hours:        always
learning:     off
horizon:      { hours: 2000, warmUpHours: 50 }
replications: 40
`

describe('tierwise plan forecast', () => {
  test('prints each figure with its band, and the truth lies where theory says', async () => {
    const { code, output, complaints } = await forecast(textbook, '--json', '--seed', '3')
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
    const found = JSON.parse(output) as Forecast
    expect(found).toMatchObject({ level: 0.9, seed: 3, replications: 40, hours: 2000, warmUpHours: 50 })
    const truth = erlangC(3, 14 / 60, 10)
    expect((found.tiers[0]?.meanWaitMinutes.mean ?? 0) / truth.meanWait).toBeCloseTo(1, 2)
    expect((found.tiers[0]?.probabilityOfWaiting.mean ?? 0) / truth.waits).toBeCloseTo(1, 2)
    expect(found.tiers[1]?.arrivalsPerHour.mean).toBeCloseTo(3.5, 1)
    expect(found.tiers[2]?.meanWaitMinutes).toEqual({ mean: null, low: null, high: null })
    for (const band of [found.tiers[0]?.waitMinutesP50, found.tiers[0]?.meanInTier, found.attainment.resolve]) {
      expect(band?.low).toBeLessThanOrEqual(band?.mean ?? 0)
      expect(band?.high).toBeGreaterThanOrEqual(band?.mean ?? Infinity)
    }
  })

  test('the same seed prints the same bytes, another does not', async () => {
    const short = textbook.replace('2000', '100')
    const [first, again, other] = [
      await forecast(short, '--json', '--seed', '3'),
      await forecast(short, '--json', '--seed', '3'),
      await forecast(short, '--json', '--seed', '4'),
    ]
    expect(again.output).toBe(first.output)
    expect(other.output).not.toBe(first.output)
  })

  test('says in sentences how each wave holds, in the language asked for', async () => {
    const { output } = await forecast('replications: 10', '--language', 'nl')
    expect(output).toContain('10 keer gespeeld')
    expect(output).toContain('Golf 3: iedereen: houdt stand.')
  })

  test('gives no band where there is no chance, and no figures of a tier that nothing comes to', async () => {
    const { output } = await forecast(textbook.replace('2000', '100'))
    expect(output).toMatch(
      /^Tier 1: 14 an hour come in, .* for 3 agents, .* % of their time\. \S+ \(\S+–\S+\) % wait/m,
    )
    expect(output).toMatch(/^Tier 3: nothing comes in \(agents: 1\)\.$/m)
  })

  test.each([
    {
      name: 'a key that does not exist',
      file: 'arrival: { perHour: 3 }',
      says: 'assumptions.yaml:1:1: error: arrival: Het veld ‘arrival’ bestaat hier niet.\n    Bedoel je ‘arrivals’?',
    },
    {
      name: 'a value that cannot be',
      file: 'tiers:\n  1: { passOn: 1.5 }',
      says: 'assumptions.yaml:2:16: error: tiers.1.passOn: 1.5 is te groot.',
    },
    {
      name: 'text that is no YAML',
      file: 'arrivals: { perHour: ',
      says: 'assumptions.yaml:1:11: error: Wat hier is geopend, is niet gesloten',
    },
    {
      name: 'a tier that the plan does not have',
      file: 'tiers: { 7: { agents: 3 } }',
      says: 'assumptions.yaml:1:10: error: tiers.7: Dit plan heeft geen laag ‘7’.\n    Kies een van: 1, 2, 3.',
    },
  ])('refuses $name with its line, in the language asked for', async ({ file, says }) => {
    const { code, output, complaints } = await forecast(file, '--language', 'nl')
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(complaints).toContain(says)
  })

  test('prints what is wrong with the assumptions as JSON when asked', async () => {
    const { code, output, complaints } = await forecast('sendBack: 2', '--json')
    expect({ code, complaints }).toEqual({ code: 1, complaints: '' })
    expect(JSON.parse(output)).toMatchObject({
      ok: false,
      errors: [{ line: 1, column: 11, field: 'sendBack', code: 'too-large' }],
    })
  })
})
