import { checkPlan } from '#features/plan/domain/check/check-plan.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { exitCodes } from '../exit-codes.ts'
import type { CheckOptions } from '../plan-command.ts'
import { printFileErrors } from './print-file-errors.ts'
import { givenFile } from './given-file.ts'
import { words } from '../words.ts'

/** Says what is wrong with a plan file, and fails when it could not be published. */
export async function planCheck(path: string, options: CheckOptions): Promise<void> {
  const reading = readPlanFile(await givenFile(path))
  const translate = await words()
  if (!reading.ok) {
    printFileErrors(path, reading, { translate, ...options })
    process.exitCode = exitCodes.failed
    return
  }
  const findings = checkPlan(reading.plan, null)
  if (options.json) console.log(JSON.stringify({ ok: findings.length === 0, errors: [], findings }))
  else {
    for (const { severity, code, place, values } of findings) {
      const { line, column } = reading.positionOf(place)
      console.log(
        `${path}:${line}:${column}: ${severity}: ${translate(options.language, `plan:findings.${code}`, values)}`,
      )
    }
  }
  const failing = findings.some(
    ({ severity }) => severity === 'error' || (options.strict && severity === 'warning'),
  )
  if (failing) process.exitCode = exitCodes.failed
}
