import { randomUUID } from 'node:crypto'
import type { WaveView } from '#features/rollout/contract/waves.ts'
import { bringIn } from '#features/rollout/server/people-file/bring-in.ts'
import { look } from '#features/rollout/server/people-file/look.ts'
import { readinessView, signDecision } from '#features/rollout/server/sign-decision.ts'
import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { newId } from '#platform/database/id.ts'
import { fileOn, next } from './fixtures.ts'
import type { Actor, World } from './world.ts'

export const moved: Pick<WaveView['wave'], 'starts' | 'ends'> = { starts: '2027-03-01', ends: '2027-03-28' }

const services = { learningFacts: () => Promise.resolve(nothingLearnt) }
const people = () => `Name;E-mail;Wave\nSomebody;wave${next()}@contoso.example;wave-3\n`

/** A file of people that this actor has uploaded; of whoever is not at home, one that is at home. */
export async function peopleFile(world: World, actor: Actor): Promise<string> {
  const { root, pia } = world.home.people
  return fileOn(world, world.home, actor === 'planOwner' ? pia.id : root.id, people())
}

export async function lookedAt(world: World, actor: Actor) {
  const fileId = await peopleFile(world, actor)
  const { root, pia } = world.home.people
  const personId = actor === 'planOwner' ? pia.id : root.id
  const { seen } = await world.home.within((tx) => look(world.platform, tx, personId, { fileId, wave: null }))
  return { fileId, seen: seen ?? '' }
}

export async function peopleImport(world: World): Promise<string> {
  const given = await lookedAt(world, 'administrator')
  const { root } = world.home.people
  const made = await world.home.within((tx) => bringIn(world.platform, tx, root.id, { ...given, wave: null }))
  return made.id
}

/** Pia, who may sign, as the server knows her. */
async function signer({ home }: World) {
  const actor = await home.as('pia')
  const { personId, roles } = actor
  const signedIn = { orgId: home.orgId, personId, roles, language: 'en', signInId: personId, actor, by: 'cookie' }
  return { ...signedIn, lacksSecondFactor: false, practising: null } as unknown as Parameters<
    typeof readinessView
  >[1]
}

export async function readAt(world: World): Promise<string> {
  return (await readinessView(world.platform, await signer(world), 'wave-3', services)).seen
}

/** A condition of a go that Lies, who leads a team, is to meet. */
export async function decisionOn(world: World) {
  const given = {
    outcome: 'conditional' as const,
    reason: 'As agreed',
    conditions: [{ text: 'Train two more', owner: world.home.people.lies.id, due: '2027-01-04' }],
    seen: await readAt(world),
  }
  const { id, conditions } = await signDecision(world.platform, await signer(world), 'wave-3', given, services)
  return { decisionId: id, conditionId: conditions[0]?.id ?? '' }
}

/** A row for each table of waves and their people, for whoever fills every table. */
export function waveTables(versionId: string, personId: string, at: string) {
  const [importId, decisionId] = [newId(), newId()]
  return {
    rollout_imports: {
      ...{ id: importId, file_name: 'people.csv', at, by_person: personId },
      ...{ added: 1, changed: 0, unchanged: 0 },
    },
    rollout_import_people: { import_id: importId, person_id: personId, is_new: false },
    rollout_people: { person_id: personId, department: 'Kanarie', changed_at: at },
    wave_enrollments: { id: newId(), wave: 'wave-1', day: '2026-11-20', enrolled: 3, at, by_person: personId },
    wave_moves: {
      ...{ id: newId(), wave: 'wave-1', plan_number: 1, from_starts: '2026-12-07', from_ends: '2026-12-27' },
      ...{ to_starts: '2026-12-14', to_ends: '2027-01-03', note: 'Later', at, by_person: personId },
    },
    wave_decisions: {
      ...{ id: decisionId, wave: 'wave-1', plan_version_id: versionId, outcome: 'conditional', reason: 'Agreed' },
      ...{
        signed_by: personId,
        signed_name: 'Ada',
        signed_at: at,
        figures: '{}',
        figures_hash: randomUUID() + randomUUID().slice(0, 28),
      },
    },
    wave_conditions: {
      id: newId(),
      decision_id: decisionId,
      text: 'Train',
      owner_id: personId,
      due: '2027-01-04',
    },
    wave_warnings: { wave: 'wave-1', starts: '2026-12-07', kind: 'soon', person_id: personId, at },
  }
}
