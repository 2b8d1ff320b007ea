import { incidentsNow } from '#features/devices/server/actions.ts'
import { comparedWords } from '#features/knowledge/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Incident } from '../domain/incident-match.ts'

/** Incidents of Intune that Microsoft has not resolved, as they were last read. */
export async function openIncidents(tx: Tx): Promise<readonly Incident[]> {
  const incidents = await incidentsNow(tx)
  return incidents.map(({ id, title, impact, feature, startedAt }) => {
    const words = comparedWords([title, impact, feature].join('. '))
    return { id, title, impact, feature, startedAt, words }
  })
}
