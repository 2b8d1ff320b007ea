import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CheckOptions } from './plan/plan-check.ts'
import type { ExportOptions } from './plan/plan-export.ts'
import type { ForecastOptions } from './plan/plan-forecast.ts'
import type { ImportOptions } from './plan/plan-import.ts'
import { toldAsJson } from './plan/told-as-json.ts'
import type { StarterOptions } from './plan/plan-starter.ts'
import type { Settings } from './settings.ts'

const formats = [
  'yaml',
  'json',
  'pdf',
  'docx',
  'markdown',
  'html',
] as const satisfies readonly ExportOptions['format'][]

const language = () =>
  new Option('--language <language>', 'in which language to answer').choices(['nl', 'en']).default('en')
const file = 'the plan as YAML or JSON; - reads standard input'

/** `tierwise plan …`: what can be done with plans as files. Each command loads what it needs when it runs. */
export function addPlanCommand(program: Command, settings: () => Settings): Command {
  const plan = program.command('plan').description('check plan files, bring them in, and write plans out')

  plan
    .command('starter')
    .description(
      'write the plan that every organisation begins with, to be changed in an editor; needs no database',
    )
    .option('--owner <name>', 'the person or team that answers for the plan')
    .option(
      '--starts <day>',
      'first day of the pilot, such as 2027-01-04; otherwise a Monday two weeks ahead',
      day,
    )
    .option('--time-zone <zone>', 'of the support hours', timeZone, 'Europe/Amsterdam')
    .option('--country <code>', 'whose public holidays it has, such as NL, or none', 'NL')
    .addOption(
      new Option('--format <format>')
        .choices(['yaml', 'json'] satisfies StarterOptions['format'][])
        .default('yaml'),
    )
    .option('--out <file>', 'where to write it; - is standard output', '-')
    .addOption(language())
    .action(async (options: StarterOptions) => {
      const { planStarter } = await import('./plan/plan-starter.ts')
      await planStarter(options)
    })

  plan
    .command('check')
    .description('say what is wrong with a plan, with the line it stands on; needs no database')
    .argument('<file>', file)
    .option('--strict', 'fail on warnings too')
    .option('--json', 'print the findings as JSON')
    .addOption(language())
    .action(async (path: string, options: CheckOptions) => {
      const { planCheck } = await import('./plan/plan-check.ts')
      await toldAsJson(options.json, path, () => planCheck(path, options))
    })

  plan
    .command('forecast')
    .description('play a plan as a simulation and say whether it holds, with ranges; needs no database')
    .argument('<file>', file)
    .option(
      '--assumptions <file>',
      'values instead of the built-in assumptions, as YAML or JSON; docs/guides/forecast.md',
    )
    .option(
      '--seed <number>',
      'of the random numbers: the same seed gives the same bytes',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--replications <number>', 'how many possible years to play', wholeNumber(1, 10_000))
    .option('--json', 'print the whole result as JSON')
    .addOption(language())
    .action(async (path: string, options: ForecastOptions) => {
      const { planForecast } = await import('./plan/plan-forecast.ts')
      await toldAsJson(options.json, path, () => planForecast(path, options))
    })

  plan
    .command('export')
    .description('write a plan out: as a file to change, or as a document to read, print and sign')
    .addOption(
      new Option('--from <file>', 'a plan file instead of the desk; needs no database').conflicts([
        'organisation',
        'version',
      ]),
    )
    .option('--organisation <short name>', 'whose plan; needed when there are several organisations')
    .option('--version <number|draft|published>', 'which version', version, 'published')
    .addOption(
      new Option('--format <format>', 'yaml and json can be brought in again').choices(formats).default('yaml'),
    )
    .option('--out <file>', 'where to write it; - is standard output', '-')
    .addOption(language())
    .action(async (options: ExportOptions) => {
      const { planExport } = await import('./plan/plan-export.ts')
      await planExport(settings, options)
    })

  plan
    .command('import')
    .description('make a plan file the draft and say what is wrong with it; publishes nothing')
    .argument('<file>', file)
    .option('--organisation <short name>', 'whose plan; needed when there are several organisations')
    .option('--replace', 'also when somebody has changed the draft: what they wrote is replaced')
    .option('--json', 'print what was done as JSON')
    .addOption(language())
    .action(async (path: string, options: ImportOptions) => {
      const { planImport } = await import('./plan/plan-import.ts')
      await toldAsJson(options.json, path, () => planImport(settings(), path, options))
    })

  plan
    .command('schema')
    .description('print the JSON Schema of a plan, for editors and pipelines')
    .action(async () => {
      const { planSchema } = await import('#features/plan/server/file/plan-schema.ts')
      console.log(JSON.stringify(planSchema(), null, 2))
    })

  return plan
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
  }
}

function day(text: string): string {
  const noon = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00Z` : '')
  // The thirtieth of February is read as the second of March.
  if (!Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(text)) return text
  throw new InvalidArgumentError('Give a day that exists, such as 2027-01-04.')
}

function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch (cause) {
    if (cause instanceof RangeError) throw new InvalidArgumentError('Give a time zone such as Europe/Amsterdam.')
    throw cause
  }
}

function version(text: string): string {
  if (text === 'draft' || text === 'published' || /^[1-9]\d{0,5}$/.test(text)) return text
  throw new InvalidArgumentError('Give the number of a version, or draft, or published.')
}
