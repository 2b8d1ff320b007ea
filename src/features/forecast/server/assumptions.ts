import { InvalidInput } from '#platform/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { deskFacts, type PlanServices, type PlanToRead } from '#features/plan/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { AssumptionsFile } from '../contract/assumptions-file.ts'
import type { AssumptionView } from '../contract.ts'
import type { Assumptions } from '../domain/assumptions/assumptions.ts'
import { deskAssumptions } from '../domain/assumptions/desk.ts'
import { assumptionLines, assumptionsFor, fileOf, type Kept, placesIn } from '../domain/assumptions/lines.ts'
import { keptAssumptions, sayAssumptions } from './assumptions-store.ts'

export type AssumptionsChange = {
  readonly set: AssumptionsFile
  readonly source: 'desk' | 'changed'
  readonly reset: readonly string[]
}

/** Sets what a file names and takes back what is reset, in somebody's name. What was said before stays on record. */
export async function changeAssumptions(
  tx: Tx,
  by: string,
  { set, source, reset }: AssumptionsChange,
): Promise<void> {
  const named = placesIn(set)
  const before = await keptAssumptions(tx)
  const gone = new Set([...reset, ...named.map(({ place }) => place)])
  checked([...before.filter(({ place }) => !gone.has(place)), ...named])
  const isSet = new Set(before.map(({ place }) => place))
  await sayAssumptions(tx, by, [
    ...reset.filter((place) => isSet.has(place)).map((place) => ({ place, source: 'reset' as const })),
    ...named.map((one) => ({ ...one, source })),
  ])
}

/** What the organisation has set, as the file that would say the same. */
export async function keptFile(tx: Tx): Promise<AssumptionsFile> {
  return checked(await keptAssumptions(tx))
}

/** What is assumed for this plan: what the organisation has set, else what its desk knows, else the plan and our judgement. */
export async function assumptionsOf(tx: Tx, plan: SupportPlan, services: PlanServices): Promise<Assumptions> {
  const kept = await keptAssumptions(tx)
  checked(kept)
  return assumptionsFor(plan, kept, deskAssumptions(plan, await deskFacts(tx, services)))
}

/** Every assumption for this plan, with who set what. */
export async function assumptionViews(
  tx: Tx,
  { document }: PlanToRead,
  services: PlanServices,
): Promise<AssumptionView[]> {
  const kept = await keptAssumptions(tx)
  checked(kept)
  const rows = new Map(kept.map((row) => [row.place, row]))
  const desk = deskAssumptions(document, await deskFacts(tx, services))
  return assumptionLines(document, kept, desk).map((line) => {
    const row = rows.get(line.place)
    return { ...line, by: row?.by ?? null, at: row?.at ?? null }
  })
}

/** Values that are fine one by one may together ask for more than can be played. */
function checked(kept: readonly Pick<Kept, 'place' | 'value'>[]): AssumptionsFile {
  const read = AssumptionsFile.safeParse(fileOf(kept))
  if (read.success) return read.data
  throw new InvalidInput(
    read.error.issues.map(({ path, message }) => ({
      path: ['set', ...path].join('.'),
      code: message === 'too-much-to-play' ? message : 'invalid',
    })),
  )
}
