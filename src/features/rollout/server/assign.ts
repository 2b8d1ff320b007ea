import { setGroups } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, Refused } from '#platform/errors.ts'
import { wavesInTurn } from '../domain/mails/waves.ts'
import { groupsOf } from './store/people.ts'
import { tellOfRollout } from './tell.ts'

/** Puts people in one wave and takes them out of the others; `null` takes them out of all. Groups that no wave names stay. */
export async function assignWave(
  tx: Tx,
  by: string,
  { personIds, wave }: { readonly personIds: readonly string[]; readonly wave: string | null },
): Promise<number> {
  const published = await publishedPlan(tx)
  if (!published) throw new Refused({ code: 'no-published-plan' })
  const wanted = wave === null ? null : groupOf(published.document, wave)
  const ofWaves = new Set(wavesInTurn(published.document).flatMap((one) => one.wave.groups))
  const ownGroups = wave === null ? [] : groupsOfWave(published.document, wave)
  const changes = (await groupsOf(tx, personIds))
    .map(({ id, groups }) => {
      const isIn = groups.some((group) => ownGroups.includes(group))
      const kept = groups.filter((group) => !ofWaves.has(group) || ownGroups.includes(group))
      return { id, before: groups, after: wanted === null || isIn ? kept : [...kept, wanted] }
    })
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  await setGroups(tx, by, changes)
  if (changes.length > 0) await tellOfRollout(tx, 'people')
  return changes.length
}

function groupsOfWave(plan: SupportPlan, key: string): readonly string[] {
  return wavesInTurn(plan).find(({ wave }) => wave.key === key)?.wave.groups ?? []
}

function groupOf(plan: SupportPlan, key: string): string {
  const found = wavesInTurn(plan).find(({ wave }) => wave.key === key)
  if (!found) throw new InvalidInput([{ path: 'wave', code: 'no-such-wave' }])
  const [first] = found.wave.groups
  if (first === undefined) throw new Refused({ code: 'wave-without-group' })
  return first
}
