import { importedDraft } from '#features/plan/server/actions.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { Conflict, InvalidInput, Refused } from '#platform/errors.ts'
import { tell } from '#platform/http/problems.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { exitCodes } from '../exit-codes.ts'
import { inDesk } from '../in-desk.ts'
import type { Settings } from '../settings.ts'
import { words } from '../words.ts'
import { judge, printJudged } from './file-findings.ts'
import { givenFile } from './given-file.ts'
import { printFileErrors } from './print-file-errors.ts'

export type ImportOptions = {
  readonly organisation?: string
  readonly replace?: true
  readonly json?: true
  readonly language: 'nl' | 'en'
}

/** Makes a plan file the draft of an organisation and says what is wrong with it. Never publishes. */
export async function planImport(settings: Settings, path: string, options: ImportOptions): Promise<void> {
  const { organisation, replace = false, language, json } = options
  const text = await givenFile(path)
  const translate = await words()
  const reading = readPlanFile(text)
  const plan = reading.ok ? reading.plan : reading.draft
  if (!plan) {
    if (!reading.ok) printFileErrors(path, reading, { translate, language, json })
    process.exitCode = exitCodes.failed
    return
  }
  try {
    const draft = await inDesk(settings, organisation, (platform, orgId) =>
      inOrganisation(platform, orgId, (tx) => importedDraft(tx, plan, { replace })),
    )
    const judged = await judge(reading, { translate, language })
    const { number, revision } = draft
    if (json) console.log(JSON.stringify({ ok: true, version: number, revision, file: path, ...judged }))
    else {
      console.log(translate(language, 'plan:file.imported', { number }))
      printJudged(path, judged, { translate, language })
    }
  } catch (error) {
    complain(error, { path, translate, language, json })
  }
}

type Manner = {
  readonly path: string
  readonly translate: Translate
  readonly language: 'nl' | 'en'
  readonly json: true | undefined
}

/** What the rules of versions refuse, in the words that a page has for it. */
function complain(error: unknown, { path, translate, language, json }: Manner): void {
  const isRefusal = [Refused, Conflict, InvalidInput].some((kind) => error instanceof kind)
  if (!isRefusal) throw error
  const { problem } = tell(error, translate, language, '')
  if (json) console.log(JSON.stringify({ ok: false, file: path, problem }))
  else
    [problem.detail, ...(problem.errors ?? []).map(({ message }) => message)].forEach((line) =>
      console.error(line),
    )
  process.exitCode = exitCodes.failed
}
