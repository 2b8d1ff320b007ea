import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { beginDraft, takeDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { saveDocument } from '#features/plan/server/store.ts'
import type { TestDesk } from './test-desk.ts'

/** Puts another plan in force, as its owner would. */
export async function publishChanged(
  { within, people }: TestDesk,
  change: (plan: SupportPlan) => SupportPlan,
): Promise<void> {
  await within(async (tx) => {
    await beginDraft(tx, people.pia.id, undefined)
    const draft = await takeDraft(tx)
    await saveDocument(tx, draft, change(draft.document), people.pia.id)
    const { revision } = await takeDraft(tx)
    await publishDraft(tx, people.pia.id, revision, 'As agreed')
  })
}

/** The plan with its standing bridge otherwise. */
export function withBridge(
  plan: SupportPlan,
  change: Partial<SupportPlan['involvement']['bridges'][number]>,
): SupportPlan {
  const bridges = plan.involvement.bridges.map((bridge) => ({ ...bridge, ...change }))
  return { ...plan, involvement: { ...plan.involvement, bridges } }
}
