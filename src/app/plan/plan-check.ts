import { failsCheck } from '#features/plan/server/check-report.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { words } from '../words.ts'
import { judge, printJudged } from './file-findings.ts'
import { givenFile } from './given-file.ts'

export type CheckOptions = { readonly strict?: true; readonly json?: true; readonly language: 'nl' | 'en' }

/** Says what is wrong with a plan file, and fails when it could not be published. */
export async function planCheck(path: string, { language, json, strict }: CheckOptions): Promise<void> {
  const reading = readPlanFile(await givenFile(path))
  const telling = { translate: await words(), language }
  const judged = await judge(reading, telling)
  const failed = judged.errors.length > 0 || failsCheck(judged.findings, strict === true)
  if (json) console.log(JSON.stringify({ ok: !failed, file: path, ...judged }))
  else printJudged(path, judged, telling)
  if (failed) process.exitCode = exitCodes.failed
}
