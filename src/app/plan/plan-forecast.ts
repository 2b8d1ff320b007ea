import { defaultAssumptions } from '#features/forecast/domain/assumptions/defaults.ts'
import { prepare } from '#features/forecast/domain/forecast.ts'
import { runForecast } from '#features/forecast/server/run/run-forecast.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { words } from '../words.ts'
import { forecastLines } from './forecast-lines.ts'
import { givenFile } from './given-file.ts'
import { printFileErrors } from './print-file-errors.ts'
import { readAssumptionsFile } from './read-assumptions-file.ts'

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
  if (!reading.ok) return complain(path, reading, { translate, ...options })
  const base = defaultAssumptions(reading.plan)
  const { assumptions: file = null } = options
  const read = readAssumptionsFile(file === null ? '' : await givenFile(file), base)
  if (!read.ok) return complain(String(file), read, { translate, ...options })
  const assumptions = {
    ...read.assumptions,
    ...given('seed', options.seed),
    ...given('replications', options.replications),
  }
  const today = new Date().toISOString().slice(0, 10)
  const forecast = await runForecast(prepare(reading.plan, assumptions, today), {
    seed: assumptions.seed,
    replications: assumptions.replications,
    ...(process.stderr.isTTY ? { onProgress: (done) => progress(done, assumptions.replications) } : {}),
  })
  if (options.json) console.log(JSON.stringify(forecast))
  else for (const line of forecastLines(forecast, reading.plan, options.language, translate)) console.log(line)
}

function complain(...said: Parameters<typeof printFileErrors>): void {
  printFileErrors(...said)
  process.exitCode = exitCodes.failed
}

function given<Name extends string>(name: Name, value: number | undefined): { [name in Name]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]?: number })
}

function progress(done: number, of: number): void {
  process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`)
}
