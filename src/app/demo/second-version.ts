import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { beginDraft, saveDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { retrainingListener } from '#features/training/server/retraining/ask.ts'
import { openDuties } from '#features/training/server/retraining/store.ts'
import { beginRetraining } from '#features/training/server/retraining/views.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { DemoDesk, DemoGround } from './desk.ts'
import { later, momentOn, workday } from './moments.ts'
import { as, handIn } from './training.ts'

/** What wave 1 taught goes into the plan; who works by what changed trains again on it, most of them at once. */
export async function* secondVersion(
  desk: DemoDesk,
  { ground, practised }: { readonly ground: DemoGround; readonly practised: SupportPlan },
  day: string,
): AsyncGenerator<Instant, void> {
  const { planOwner, tiers } = ground.cast
  const before = await inOrganisation(ground.platform, ground.orgId, publishedPlan)
  const revision = await as(ground, planOwner, async (tx) => {
    const draft = await beginDraft(tx, planOwner.id, undefined)
    return (await saveDraft(tx, planOwner.id, draft.revision, changed(draft.document, practised))).revision
  })
  yield momentOn(workday(addDays(day, 1)), '10:00')
  await as(ground, planOwner, (tx) =>
    publishDraft(tx, planOwner.id, revision, 'Wat golf 1 ons leerde: de bridge gaat door, en we oefenen meer.'),
  )
  await inOrganisation(ground.platform, ground.orgId, async (tx) => {
    const after = await publishedPlan(tx)
    if (after) await retrainingListener(ground.platform, tx, { before, after })
  })
  const players = tiers.flatMap((tier) => tier.agents)
  const duties = await inOrganisation(ground.platform, ground.orgId, (tx) => openDuties(tx))
  yield momentOn(workday(addDays(day, 3)), '09:20')
  for (const [index, { id, personId }] of duties.entries()) {
    const player = players.find((one) => one.id === personId)
    // Leads and whoever is busy still have time.
    if (!player || index % 4 === 3) continue
    const attempt = await as(ground, player, (tx, actor) => beginRetraining(tx, actor, id))
    await handIn(ground, player, attempt.id, true)
    yield later(desk.now(), 1500)
  }
}

/** The bridge goes on in the last phase, twice a week; a tool more; and practice counts from now on. */
function changed(plan: SupportPlan, practised: SupportPlan): SupportPlan {
  const { training, involvement } = plan
  const last = involvement.phases.at(-1)
  return {
    ...plan,
    training: {
      ...training,
      courses: training.courses.map((course) => ({
        ...course,
        practiceTickets: practised.training.courses.find(({ key }) => key === course.key)?.practiceTickets ?? 0,
      })),
    },
    involvement: {
      ...involvement,
      bridges: involvement.bridges.map((bridge) => ({
        ...bridge,
        phases: last && !bridge.phases.includes(last.key) ? [...bridge.phases, last.key] : bridge.phases,
        weekly: bridge.weekly.slice(0, 2),
      })),
      resources: [
        ...involvement.resources,
        {
          key: 'error-lookup',
          name: { nl: 'Foutcodes van Windows opzoeken', en: 'Looking up Windows error codes' },
          url: 'https://learn.microsoft.com/windows/win32/debug/system-error-code-lookup-tool',
          tiers: [1, 2],
        },
      ],
    },
  }
}

/** The first version asks for no practice tickets: support has not practised on this desk yet. */
export function withoutPractice(plan: SupportPlan): SupportPlan {
  const { training } = plan
  return {
    ...plan,
    training: { ...training, courses: training.courses.map((course) => ({ ...course, practiceTickets: 0 })) },
  }
}
