import { createHash } from 'node:crypto'
import { personsByEmails } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import { openBlob } from '#platform/files/blobs.ts'
import { fileById } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import { compared, type Outcome } from '../../domain/people-file/compare.ts'
import { knownWaves } from '../../domain/people-file/waves.ts'
import { wavesInTurn } from '../../domain/mails/waves.ts'
import { withdrawnAmong } from '../store/imports.ts'
import { factsOf } from '../store/people.ts'
import { type PeopleFile, readPeopleFile } from './read-csv.ts'

export type GivenFile = { readonly fileId: string; readonly wave: string | null }

export type Looked = {
  readonly name: string
  readonly plan: SupportPlan
  readonly file: PeopleFile
  /** What each row comes to; empty while there are errors. */
  readonly outcomes: readonly Outcome[]
  /** Of everything that an import would do. Null while there are errors. */
  readonly seen: string | null
}

/** Reads a file that this person uploaded, and compares it with who is known. */
export async function look(platform: Platform, tx: Tx, personId: string, given: GivenFile): Promise<Looked> {
  const [published, stored] = await Promise.all([publishedPlan(tx), fileById(tx, given.fileId)])
  if (!published) throw new Refused({ code: 'no-published-plan' })
  if (!stored || stored.ownerId !== personId) throw new InvalidInput([{ path: 'fileId', code: 'no-such-file' }])
  const plan = published.document
  const waves = wavesInTurn(plan).map(({ wave }) => wave)
  if (given.wave !== null && !waves.some(({ key }) => key === given.wave))
    throw new InvalidInput([{ path: 'wave', code: 'no-such-wave' }])
  const bytes = Buffer.concat(await openBlob(platform, stored.sha256).toArray())
  const around = { waves: knownWaves(waves), wave: given.wave, today: dayAt(plan, tx.now) }
  const file = await readPeopleFile(bytes, around)
  if (file.errorCount > 0) return { name: stored.name, plan, file, outcomes: [], seen: null }
  const outcomes = await compareAll(tx, file)
  return { name: stored.name, plan, file, outcomes, seen: digestOf(stored.sha256, published.id, outcomes) }
}

async function compareAll(tx: Tx, { people }: PeopleFile): Promise<Outcome[]> {
  const known = await personsByEmails(
    tx,
    people.map(({ email }) => email),
  )
  const facts = await factsOf(
    tx,
    [...known.values()].map(({ id }) => id),
  )
  const disabled = [...known.values()].flatMap(({ id, disabledAt }) =>
    disabledAt === null ? [] : [{ id, disabledAt }],
  )
  const withdrawn = await withdrawnAmong(tx, disabled)
  return people.map((row) => {
    const person = known.get(row.email)
    if (!person) return compared(row, undefined)
    const { id, name, groups, disabledAt } = person
    const state = disabledAt === null ? 'active' : withdrawn.has(id) ? 'withdrawn' : 'disabled'
    return compared(row, { id, name, groups, state, facts: facts.get(id) ?? null })
  })
}

/** The same file, plan and people give the same digest: what was looked at is what is done. */
function digestOf(sha256: string, planVersionId: string, outcomes: readonly Outcome[]): string {
  const hash = createHash('sha256').update(`${sha256} ${planVersionId}\n`)
  for (const outcome of outcomes) hash.update(`${JSON.stringify(outcome)}\n`)
  return hash.digest('hex')
}
