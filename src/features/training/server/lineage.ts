import { personsByIds, teamNames } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LineageView } from '../contract/lineage.ts'
import { courseOf } from '../domain/course.ts'
import { newestOf } from '../domain/lineage/certificate-line.ts'
import { gapsIn } from '../domain/lineage/gaps.ts'
import { stateOf } from './certificates.ts'
import type { Learner } from './learners.ts'
import { summaryOf } from './plan.ts'
import { type Scene, sceneOf } from './scene.ts'

/** Who was trained by whom, from the team that the lineage begins with to the members, and where the gaps are. */
export async function lineageView(tx: Tx): Promise<LineageView> {
  const scene = await sceneOf(tx)
  const { plan, people, certificates } = scene
  const newest = [...certificates.values()].filter(
    (one) => newestOf(certificates, one.personId, one.courseKey)?.id === one.id && courseOf(plan, one.courseKey),
  )
  const named = await personsByIds(tx, [...newest.flatMap((one) => [one.personId, one.trainerId])])
  const elsewhere = [...named.values()].filter(({ id }) => !people.has(id))
  const names = await teamNames(tx)
  const teams = [...new Set([plan.training.lineage.root, ...plan.teams.tiers.map(({ team }) => team)])]
  return {
    root: plan.training.lineage.root,
    courses: plan.training.courses.map(summaryOf),
    teams: teams.map((key) => ({
      key,
      name: { ...(names.get(key) ?? { nl: key, en: key }) },
      tier: plan.teams.tiers.find(({ team }) => team === key)?.level ?? null,
    })),
    people: [
      ...[...people.values()].map((one) => ({
        id: one.personId,
        name: one.name,
        teams: one.teams.filter((team) => teams.includes(team)),
        place: placeOf(scene, one),
      })),
      ...elsewhere.map(({ id, name }) => ({ id, name, teams: [], place: 'elsewhere' as const })),
    ],
    links: newest.map((one) => ({
      number: one.number,
      courseKey: one.courseKey,
      personId: one.personId,
      trainerId: one.trainerId,
      trainerAs: one.trainerAs,
      issuedAt: one.issuedAt,
      validUntil: one.validUntil,
      state: stateOf(scene, one) as LineageView['links'][number]['state'],
    })),
    gaps: gapsIn(plan, [...people.values()], certificates, tx.now).map(({ kind, personId, courseKey }) => ({
      kind,
      courseKey,
      person: { id: personId, name: people.get(personId)?.name ?? '' },
    })),
  }
}

function placeOf({ plan }: Scene, { teams, leads }: Learner): LineageView['people'][number]['place'] {
  if (teams.includes(plan.training.lineage.root)) return 'root'
  return plan.teams.tiers.some(({ team }) => leads.includes(team)) ? 'lead' : 'member'
}
