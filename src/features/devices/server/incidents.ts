import type { Tx } from '#platform/database/transaction.ts'
import type { HealthIssue } from '../domain/context.ts'
import { organisationTried } from './store/contexts.ts'

/** What Microsoft says is wrong with its service, as it was last read; nothing where that could never be read. */
export async function incidentsNow(tx: Tx): Promise<readonly HealthIssue[]> {
  const tried = await organisationTried(tx)
  return (tried?.parts.health.value ?? []).filter(isIncident)
}

/** Advice is no incident: nobody's device stops working by it. */
export function isIncident({ classification }: HealthIssue): boolean {
  return classification === null || classification.toLowerCase() !== 'advisory'
}
