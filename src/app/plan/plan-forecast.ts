import { AssumptionsFile } from '#features/forecast/contract/assumptions-file.ts'
import type { Assumptions } from '#features/forecast/domain/assumptions/assumptions.ts'
import { defaultAssumptions } from '#features/forecast/domain/assumptions/defaults.ts'
import { unknownTiers, withFile } from '#features/forecast/domain/assumptions/override.ts'
import { prepare } from '#features/forecast/domain/forecast.ts'
import { runForecast } from '#features/forecast/server/run/run-forecast.ts'
import { parsePlanText } from '#features/plan/server/file/parse-plan-text.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { exitCodes, WrongUse } from '../exit-codes.ts'
import { words } from '../words.ts'
import { forecastLines } from './forecast-lines.ts'
import { givenFile } from './given-file.ts'
import { printFileErrors } from './print-file-errors.ts'

export type ForecastOptions = {
  readonly assumptions?: string
  readonly seed?: number
  readonly replications?: number
  readonly json?: true
  readonly language: 'nl' | 'en'
}

/** Plays a plan file and says how it holds. Nothing but the result goes to standard output. */
export async function planForecast(path: string, options: ForecastOptions): Promise<void> {
  const translate = await words()
  const reading = readPlanFile(await givenFile(path))
  if (!reading.ok) {
    printFileErrors(path, reading, { translate, ...options })
    process.exitCode = exitCodes.failed
    return
  }
  const base = defaultAssumptions(reading.plan)
  const read = options.assumptions === undefined ? base : await assumptionsIn(options.assumptions, base)
  if (!read) return
  const assumptions = { ...read, ...given('seed', options.seed), ...given('replications', options.replications) }
  const today = new Date().toISOString().slice(0, 10)
  const forecast = await runForecast(prepare(reading.plan, assumptions, today), {
    seed: assumptions.seed,
    replications: assumptions.replications,
    ...(process.stderr.isTTY ? { onProgress: (done) => progress(done, assumptions.replications) } : {}),
  })
  if (options.json) console.log(JSON.stringify(forecast))
  else for (const line of forecastLines(forecast, reading.plan, options.language, translate)) console.log(line)
}

/** The assumptions with the file's values in their places; null after telling what is wrong with it. */
async function assumptionsIn(path: string, base: Assumptions): Promise<Assumptions | null> {
  const text = await givenFile(path)
  if (text.trim() === '') return base
  const translate = await words()
  const parsed = parsePlanText(text)
  if (!parsed.ok) {
    printFileErrors(path, { errors: parsed.errors, more: 0 }, { translate, language: 'en' })
    process.exitCode = exitCodes.failed
    return null
  }
  const file = AssumptionsFile.safeParse(parsed.value)
  if (!file.success) {
    for (const { path: place, message } of file.error.issues) {
      const { line, column } = parsed.positionOf(
        place.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      )
      console.error(
        `${path}:${line}:${column}: error: ${place.length > 0 ? `${place.join('.')}: ` : ''}${message}`,
      )
    }
    process.exitCode = exitCodes.failed
    return null
  }
  const unknown = unknownTiers(base, file.data)
  if (unknown.length > 0) {
    const known = Object.keys(base.tiers).join(', ')
    throw new WrongUse(`${path} names tier ${unknown.join(', ')}; this plan has tiers ${known}.`)
  }
  return withFile(base, file.data)
}

function given<Name extends string>(name: Name, value: number | undefined): { [name in Name]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]?: number })
}

function progress(done: number, of: number): void {
  process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`)
}
