import { endNotices, type NoticeTeller, putNotices } from '#features/notices/server/actions.ts'
import { type KnownPerson, leadsOf, personsByIds } from '#features/people/server/actions.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { tierNow } from '#features/tickets/domain/when.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { staff } from '../contract/answers.ts'
import { type CaseRow, casesByIds } from './store/cases.ts'

const teller = 'vendor-cases'

/** What a case asks: the vendor is late, our next step is due, an answer came, somebody wrote whom nobody here accepted. */
export type Asking = 'vendor-late' | 'step-due' | 'answer-came' | 'sender-unknown'

/** Who keeps a case: whoever has its ticket, and the leads of the tier that has it. */
export async function keepersOf(
  tx: Tx,
  row: CaseRow,
): Promise<{ readonly owner: readonly KnownPerson[]; readonly leads: readonly KnownPerson[] }> {
  const { ticket } = await readTicket(tx, { kind: 'system', name: 'clock' }, row.ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const team = tierOf(plan, tierNow(plan, ticket))?.team
  const [owner, leads] = await Promise.all([
    personsByIds(tx, ticket.assigneeId ? [ticket.assigneeId] : []),
    team ? leadsOf(tx, team) : [],
  ])
  return { owner: [...owner.values()].filter(({ disabledAt }) => disabledAt === null), leads }
}

/** Whoever has the ticket hears; the leads too where the vendor is late, and where nobody has it. `by` did it, and knows. */
export async function tellKeepers(tx: Tx, row: CaseRow, asks: Asking, by: string | null = null): Promise<void> {
  const { owner, leads } = await keepersOf(tx, row)
  const people = asks === 'vendor-late' ? [...owner, ...leads] : owner.length > 0 ? owner : leads
  const to = people.map(({ id }) => id).filter((id) => id !== by)
  await putNotices(tx, { teller, kind: asks, about: row.id, occasion: asks, to, again: true })
}

/** That was done, by whoever did it; without a word which, the case asks nothing any more. */
export function keptUp(tx: Tx, caseId: string, ...done: readonly Asking[]): Promise<void> {
  return endNotices(tx, { teller, about: caseId, ...(done.length > 0 ? { kinds: done } : {}) })
}

/** What notices of cases are about: the case, by its supplier and its ticket. */
export const vendorCaseNotices: NoticeTeller = async (tx, { roles }, notices) => {
  if (!staff.some((role) => roles.includes(role))) return new Map()
  const rows = await casesByIds(
    tx,
    notices.map(({ about }) => about),
  )
  const shown = notices.flatMap(({ id, about }) => {
    const row = rows.find((one) => one.id === about)
    if (!row) return []
    const { supplier } = row
    const title = `T-${row.ticketNumber} ${row.ticketSubject}`
    return [[id, { link: `/cases/${row.id}`, title, values: { supplier } }] as const]
  })
  return new Map(shown)
}
