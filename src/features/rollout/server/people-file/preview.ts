import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { PeopleFilePreview } from '../../contract/people.ts'
import type { Outcome } from '../../domain/people-file/compare.ts'
import { wavesInTurn } from '../../domain/mails/waves.ts'
import { countInGroups } from '../store/people.ts'
import type { Looked } from './look.ts'
import { sayFileError } from './say-file-error.ts'

const shownRows = 20

/** What somebody is shown before a file is imported. */
export async function previewOf(
  translate: Translate,
  tx: Tx,
  language: 'nl' | 'en',
  { name, plan, file, outcomes, seen }: Looked,
): Promise<PeopleFilePreview> {
  const { header } = file
  const columnAt = new Map([...(header?.at ?? [])].map(([column, index]) => [index, column]))
  return {
    file: {
      name,
      rows: file.people.length,
      encoding: file.encoding,
      delimiter: file.delimiter,
      columns: (header?.headings ?? []).map((heading, index) => ({
        heading,
        column: columnAt.get(index) ?? null,
      })),
    },
    counts: countOf(outcomes),
    waves: await perWave(tx, plan, outcomes),
    inSeveralWaves: outcomes.filter((one) => isInSeveral(plan, one)).length,
    first: firstOf(outcomes),
    errors: file.errors.map((error) => ({
      code: error.code,
      row: error.row,
      column: error.column,
      message: sayFileError(translate, language, error),
    })),
    errorCount: file.errorCount,
    seen,
  }
}

export function countOf(outcomes: readonly Outcome[]): PeopleFilePreview['counts'] {
  const counts = { added: 0, changed: 0, unchanged: 0, left: 0 }
  for (const { what } of outcomes) counts[what] += 1
  return counts
}

/** Some of each kind, as the file has them. */
function firstOf(outcomes: readonly Outcome[]): PeopleFilePreview['first'] {
  const first = new Set(outcomes.slice(0, shownRows))
  for (const kind of ['changed', 'left'] as const)
    for (const one of outcomes.filter(({ what }) => what === kind).slice(0, 5)) first.add(one)
  return [...first].map(({ what, row }) => ({
    row: row.row,
    what,
    name: row.name,
    email: row.email,
    wave: row.wave,
    groups: [...row.groups],
  }))
}

async function perWave(
  tx: Tx,
  plan: SupportPlan,
  outcomes: readonly Outcome[],
): Promise<PeopleFilePreview['waves']> {
  const waves: PeopleFilePreview['waves'] = []
  for (const { wave } of wavesInTurn(plan)) {
    const own = outcomes.filter(({ row }) => row.wave === wave.key)
    if (own.length === 0) continue
    const already = await countInGroups(tx, { groups: wave.groups })
    waves.push({ wave: wave.key, ...countOf(own), already })
  }
  return waves
}

function isInSeveral(plan: SupportPlan, outcome: Outcome): boolean {
  const groups = [...outcome.row.groups, ...('known' in outcome ? outcome.known.groups : [])]
  const waves = wavesInTurn(plan).filter(({ wave }) => wave.groups.some((group) => groups.includes(group)))
  return outcome.what !== 'left' && waves.length > 1
}
