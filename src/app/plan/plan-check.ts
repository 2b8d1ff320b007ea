import { checkPlan } from '#features/plan/domain/check/check-plan.ts'
import { failsCheck, reportFindings } from '#features/plan/server/check-report.ts'
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
  const reported = reportFindings(translate, options.language, reading.plan, findings).map((finding) => ({
    ...reading.positionOf(finding.place),
    ...finding,
  }))
  if (options.json) {
    console.log(JSON.stringify({ ok: findings.length === 0, file: path, errors: [], findings: reported }))
  } else {
    for (const { line, column, severity, where, what, advice } of reported)
      console.log(`${path}:${line}:${column}: ${severity}: ${where}: ${what}\n    ${advice}`)
    if (reported.length === 0) console.log(translate(options.language, 'plan:check.sound'))
  }
  if (failsCheck(findings, options.strict === true)) process.exitCode = exitCodes.failed
}
