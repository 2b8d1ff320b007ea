import type { PlanDraft, PlanVersionSummary } from '#features/plan/contract.ts'
import type { Colleague } from './browser-journey-people.ts'

/** A draft of the plan in force. Journeys share a desk: a draft that another left behind is thrown away. */
export async function newDraft(api: Colleague['api']): Promise<PlanDraft> {
  const { versions } = await api<{ versions: readonly PlanVersionSummary[] }>('GET', '/api/v1/plan/versions')
  if (versions.some(({ state }) => state === 'draft')) {
    const { revision } = await api<PlanDraft>('GET', '/api/v1/plan/draft')
    await api('DELETE', `/api/v1/plan/draft?revision=${revision}`)
  }
  return api<PlanDraft>('POST', '/api/v1/plan/draft', {})
}
