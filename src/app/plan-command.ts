import { type Command, Option } from 'commander'
import type { Settings } from './settings.ts'

const language = () =>
  new Option('--language <language>', 'in which language to answer').choices(['nl', 'en']).default('en')
const file = 'the plan as YAML or JSON; - reads standard input'

/** `tierwise plan …`: what can be done with plans as files. Each command loads what it needs when it runs. */
export function addPlanCommand(program: Command, settings: () => Settings): Command {
  const plan = program.command('plan').description('check plan files, bring them in, and write plans out')

  plan
    .command('check')
    .description('say what is wrong with a plan, with the line it stands on; needs no database')
    .argument('<file>', file)
    .option('--strict', 'fail on warnings too')
    .option('--json', 'print the findings as JSON')
    .addOption(language())
    .action(async (path: string, options: CheckOptions) => {
      const { planCheck } = await import('./plan/plan-check.ts')
      await planCheck(path, options)
    })

  void settings
  return plan
}

export type CheckOptions = { readonly strict?: true; readonly json?: true; readonly language: 'nl' | 'en' }
