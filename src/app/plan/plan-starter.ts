import { holidayCountries } from '#features/plan/domain/holiday-countries.ts'
import { planHeading } from '#features/plan/server/file/plan-heading.ts'
import { type PlanFileFormat, writePlanFile } from '#features/plan/server/file/write-plan-file.ts'
import { starterFor } from '#features/plan/server/starter.ts'
import { WrongUse } from '../exit-codes.ts'
import { words } from '../words.ts'
import { writeOut } from './write-out.ts'

export type StarterOptions = {
  readonly owner?: string
  readonly starts?: string
  readonly timeZone: string
  readonly country: string
  readonly format: PlanFileFormat
  readonly language: 'nl' | 'en'
  readonly out: string
}

/** Writes the plan that every organisation begins with, to be changed in an editor; needs no desk. */
export async function planStarter(options: StarterOptions): Promise<void> {
  const { owner, starts, timeZone, format, language, out } = options
  const translate = await words()
  const plan = await starterFor(
    {
      owner: owner ?? translate(language, 'plan:file.starterOwner'),
      timeZone,
      country: knownCountry(options.country),
      ...(starts === undefined ? {} : { startDay: starts }),
    },
    new Date().toISOString(),
  )
  await writeOut(out, writePlanFile(plan, format, planHeading(translate, language)))
}

function knownCountry(country: string): string | null {
  if (country === 'none') return null
  if (holidayCountries.includes(country)) return country
  throw new WrongUse(`No public holidays are known of ${country}: give two capitals, such as NL, or none.`)
}
