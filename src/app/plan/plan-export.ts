import type { DocumentFormat } from '#features/plan/domain/versions/documents.ts'
import { exportedVersion } from '#features/plan/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { type DocumentOptions, planDocument } from '#features/plan/server/documents/plan-document.ts'
import { planHeading } from '#features/plan/server/file/plan-heading.ts'
import { readPlanFile } from '#features/plan/server/file/read-plan-file.ts'
import { type PlanFileFormat, writePlanFile } from '#features/plan/server/file/write-plan-file.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { exitCodes, WrongUse } from '../exit-codes.ts'
import { inDesk } from '../in-desk.ts'
import type { Settings } from '../settings.ts'
import { words } from '../words.ts'
import { givenFile } from './given-file.ts'
import { printFileErrors } from './print-file-errors.ts'
import { writeOut } from './write-out.ts'

export type ExportOptions = {
  readonly from?: string
  readonly organisation?: string
  readonly version: string
  readonly format: PlanFileFormat | DocumentFormat
  readonly language: 'nl' | 'en'
  readonly out: string
}

type Exported = { readonly plan: SupportPlan; readonly about: Partial<DocumentOptions> }

/** Writes a plan out, from a file or from the desk, as a file to change or as a document to read. */
export async function planExport(settings: () => Settings, options: ExportOptions): Promise<void> {
  const { format, language, out } = options
  const isBinary = format === 'pdf' || format === 'docx'
  if (isBinary && out === '-' && process.stdout.isTTY) {
    throw new WrongUse(`A ${format} cannot be read in a terminal: name a file, --out plan.${format}.`)
  }
  const exported =
    options.from === undefined ? await fromDesk(settings(), options) : await fromFile(options.from, options)
  if (!exported) return
  const made =
    format === 'yaml' || format === 'json'
      ? writePlanFile(exported.plan, format, planHeading(await words(), language))
      : await planDocument(exported.plan, { ...exported.about, language, format })
  await writeOut(out, made)
}

async function fromFile(path: string, { language }: ExportOptions): Promise<Exported | null> {
  const reading = readPlanFile(await givenFile(path))
  if (reading.ok) return { plan: reading.plan, about: { day: new Date().toISOString().slice(0, 10) } }
  printFileErrors(path, reading, { translate: await words(), language })
  process.exitCode = exitCodes.failed
  return null
}

async function fromDesk(settings: Settings, { organisation, version }: ExportOptions): Promise<Exported> {
  const wanted = version === 'draft' || version === 'published' ? version : Number(version)
  const found = await inDesk(settings, organisation, (platform, orgId) =>
    inOrganisation(platform, orgId, (tx) => exportedVersion(tx, wanted)),
  )
  if (!found)
    throw new WrongUse(`There is no ${typeof wanted === 'number' ? `version ${wanted}` : `${wanted} plan`}.`)
  return { plan: found.plan, about: found.about }
}
