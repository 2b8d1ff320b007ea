import type { Language } from '#features/people/domain/person.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { PlanFilePreview } from '../../contract.ts'
import { readDraft } from '../../domain/check/read-draft.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { changeSentence } from '../../domain/versions/diff/change-sentence.ts'
import { planChanges } from '../../domain/versions/diff/plan-changes.ts'
import { beginDraft, saveDraft } from '../drafts.ts'
import { withPublicDays } from '../public-holidays.ts'
import { findDraft, findVersion, insertDraft, publishedId, recordChange, type VersionRow } from '../store.ts'
import { teamNames } from '../documents/store.ts'
import type { FileError } from './file-error.ts'
import { type PlanFileReading, readPlanFile } from './read-plan-file.ts'
import { sayFileError } from './say-file-error.ts'

type Words = { readonly translate: Translate; readonly language: Language }

const changesAtMost = 200

/** What a file is and what bringing it in would change, before anything does. */
export async function previewFile(tx: Tx, text: string, words: Words): Promise<PlanFilePreview> {
  const reading = readPlanFile(text)
  const open = await findDraft(tx)
  const against = open ?? (await inForce(tx))
  const given = planOf(reading)
  const plan = given && (await withPublicDays(given, tx.now))
  const changes = plan && against ? planChanges(against.document, plan) : []
  const teams = changes.length === 0 ? [] : await teamNames(tx)
  const { translate, language } = words
  return {
    ...told(reading, words),
    plan: plan && summary(plan),
    against: against && { number: against.number, state: against.state },
    revision: open?.revision ?? null,
    changes: changes.slice(0, changesAtMost).map((change) => ({
      part: change.part,
      sentence: changeSentence(change, {
        language,
        say: (key, values) => translate(language, `plan:${key}`, values),
        team: (key) => teams.find((team) => team.key === key)?.name[language] ?? null,
      }),
    })),
    changeCount: changes.length,
  }
}

/**
 * Makes the file the draft. `revision` is that of the draft that its bringer saw, null when there was none: what somebody saved in the
 * meantime is never overwritten.
 */
export async function importDraft(
  tx: Tx,
  by: string | null,
  { text, revision }: { readonly text: string; readonly revision: number | null },
  words: Words,
): Promise<VersionRow> {
  return bringIn(tx, by, { document: readOrRefuse(text, words), revision })
}

type Brought = { readonly document: SupportPlan; readonly revision: number | null }

export async function bringIn(tx: Tx, by: string | null, { document, revision }: Brought): Promise<VersionRow> {
  const open = await findDraft(tx)
  if (!open && revision !== null) throw new Refused({ code: 'no-draft' })
  if (open && revision === null) throw new Refused({ code: 'draft-exists' })
  const draft = open ?? (await begin(tx, by, document))
  return saveDraft(tx, by, revision ?? draft.revision, document)
}

function readOrRefuse(text: string, words: Words): SupportPlan {
  const reading = readPlanFile(text)
  const plan = planOf(reading)
  if (plan) return plan
  throw new InvalidInput(
    told(reading, words).errors.map(({ line, column, field, code, what, advice }) => {
      const place = words.translate(words.language, 'plan:file.line', { line, column })
      return { path: field === '' ? 'text' : field, code, message: `${place}: ${what} ${advice}` }
    }),
  )
}

/** The plan in the file, also when it is unfinished; null when it cannot be a draft. */
function planOf(reading: PlanFileReading): SupportPlan | null {
  return reading.ok ? reading.plan : reading.draft
}

async function begin(tx: Tx, by: string | null, document: SupportPlan): Promise<VersionRow> {
  if ((await publishedId(tx)) !== null) return beginDraft(tx, by, undefined)
  const id = await insertDraft(tx, { document, authorId: by, basedOn: null })
  const draft = id === null ? null : await findVersion(tx, id)
  if (!draft) throw new Refused({ code: 'draft-exists' })
  await recordChange(tx, { number: draft.number, what: 'drafted', by, reason: null })
  return draft
}

async function inForce(tx: Tx): Promise<VersionRow | null> {
  const id = await publishedId(tx)
  return id === null ? null : findVersion(tx, id)
}

function told(reading: PlanFileReading, { translate, language }: Words) {
  if (reading.ok) return { errors: [], more: 0 }
  const say = ({ line, column, field, code, values }: FileError) => ({
    ...{ line, column, field, code },
    ...sayFileError(translate, language, { code, values }),
  })
  return { errors: reading.errors.map(say), more: reading.more }
}

function summary(plan: SupportPlan): NonNullable<PlanFilePreview['plan']> {
  const reading = readDraft(plan, null)
  const findings = reading.ok ? reading.findings : []
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return {
    name: plan.name,
    tiers: plan.teams.tiers.length,
    categories: plan.process.categories.length,
    courses: plan.training.courses.length,
    phases: plan.involvement.phases.length,
    findings: { error: count('error'), warning: count('warning'), hint: count('hint') },
  }
}
