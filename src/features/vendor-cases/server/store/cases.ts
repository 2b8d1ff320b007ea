import { sql } from 'kysely'
import type { VendorTier } from '#features/plan/domain/document/teams.ts'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Channel } from '../../domain/contract-kinds.ts'
import type { CaseState, Side } from '../../domain/vendor-clock.ts'

export type CaseRow = {
  readonly id: string
  readonly ticketId: string
  readonly ticketNumber: number
  readonly ticketSubject: string
  readonly ownerId: string | null
  readonly openedByEvent: number
  readonly version: number
  readonly supplier: string
  readonly contractKind: VendorTier['contractKind']
  readonly channel: Channel
  readonly severity: string
  readonly severityNl: string
  readonly severityEn: string
  readonly caseNumber: string | null
  readonly contactName: string | null
  readonly contactAddress: string | null
  readonly state: CaseState
  readonly openedAt: Instant
  readonly openedBy: string | null
  readonly responseMinutes: number
  readonly responseDueAt: Instant
  readonly respondedAt: Instant | null
  readonly overdueToldAt: Instant | null
  readonly nextBy: Side
  readonly nextWhat: string
  readonly nextAt: Instant | null
  readonly answeredAt: Instant | null
  readonly closedAt: Instant | null
  readonly alias: string
  readonly typed: Readonly<Record<string, string>>
  readonly shown: readonly string[]
  readonly files: readonly string[]
}

const columns = sql`c.id, c.ticket_id as "ticketId", t.number as "ticketNumber", t.subject as "ticketSubject",
  t.assignee_id as "ownerId", c.opened_by_event as "openedByEvent", c.version, c.supplier,
  c.contract_kind as "contractKind", c.channel, c.severity, c.severity_name_nl as "severityNl", c.severity_name_en as "severityEn",
  c.case_number as "caseNumber", c.contact_name as "contactName", c.contact_address as "contactAddress", c.state,
  c.opened_at as "openedAt", c.opened_by as "openedBy", c.response_minutes as "responseMinutes",
  c.response_due_at as "responseDueAt", c.responded_at as "respondedAt", c.overdue_told_at as "overdueToldAt",
  c.next_by as "nextBy", c.next_what as "nextWhat", c.next_at as "nextAt", c.answered_at as "answeredAt",
  c.closed_at as "closedAt", c.alias, c.typed, c.shown, c.files`
const tables = sql`vendor_cases c join tickets t on t.org_id = c.org_id and t.id = c.ticket_id`

export type NewCase = Omit<
  CaseRow,
  | 'ticketNumber'
  | 'ticketSubject'
  | 'ownerId'
  | 'version'
  | 'state'
  | 'respondedAt'
  | 'overdueToldAt'
  | 'answeredAt'
  | 'closedAt'
>

/** False where this event has its case already. */
export async function insertCase({ db, orgId }: Tx, one: NewCase): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into vendor_cases (org_id, id, ticket_id, opened_by_event, supplier,
      contract_kind, channel, severity, severity_name_nl, severity_name_en, case_number, contact_name, contact_address, state, opened_at,
      opened_by, response_minutes, response_due_at, next_by, next_what, next_at, alias, typed, shown, files)
    values (${orgId}, ${one.id}, ${one.ticketId}, ${one.openedByEvent}, ${one.supplier}, ${one.contractKind},
      ${one.channel}, ${one.severity}, ${one.severityNl}, ${one.severityEn}, ${one.caseNumber}, ${one.contactName},
      ${one.contactAddress}, 'open', ${one.openedAt}, ${one.openedBy}, ${one.responseMinutes}, ${one.responseDueAt},
      ${one.nextBy}, ${one.nextWhat}, ${one.nextAt}, ${one.alias}, ${JSON.stringify(one.typed)}::jsonb,
      ${[...one.shown]}::text[], ${[...one.files]}::uuid[])
    on conflict (org_id, ticket_id, opened_by_event) do nothing`.execute(db)
  return numAffectedRows === 1n
}

export async function findCase({ db, orgId }: Tx, id: string, { lock = false } = {}): Promise<CaseRow | null> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${tables}
    where c.org_id = ${orgId} and c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(db)
  return rows[0] ?? null
}

export async function casesByIds({ db, orgId }: Tx, ids: readonly string[]): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${tables}
    where c.org_id = ${orgId} and c.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

export async function casesOfTicket({ db, orgId }: Tx, ticketId: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${tables}
    where c.org_id = ${orgId} and c.ticket_id = ${ticketId} order by c.id desc`.execute(db)
  return rows
}

/** Newest first; those that are not over before the others. */
export async function listCases({ db, orgId }: Tx, state: 'open' | 'all'): Promise<CaseRow[]> {
  const which = state === 'all' ? sql`true` : sql`c.state <> 'closed'`
  const { rows } = await sql<CaseRow>`select ${columns} from ${tables}
    where c.org_id = ${orgId} and ${which} order by (c.state = 'closed'), c.id desc limit 500`.execute(db)
  return rows
}

/** Open cases of which the vendor may be late, or our next step due, and nobody has been told. */
export async function casesMaybeLate({ db, orgId, now }: Tx): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${tables}
    where c.org_id = ${orgId} and c.state = 'open' and c.overdue_told_at is null
      and least(case when c.responded_at is null and c.next_by = 'vendor' then c.response_due_at end, c.next_at) <= ${now}
    order by c.id for update of c skip locked limit 200`.execute(db)
  return rows
}

export async function caseWithAlias({ db, orgId }: Tx, aliases: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from vendor_cases
    where org_id = ${orgId} and alias = any(${[...aliases]}::text[]) limit 1`.execute(db)
  return rows[0]?.id ?? null
}

type NumberedCase = Pick<CaseRow, 'id' | 'supplier'> & { readonly accepted: readonly string[] }

/** Cases that are not closed with one of these numbers, the newest first, and whom somebody accepted for them. */
export async function casesNumbered({ db, orgId }: Tx, numbers: readonly string[]): Promise<NumberedCase[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<NumberedCase>`select c.id, c.supplier, array(select a.address
      from vendor_case_addresses a where a.org_id = c.org_id and a.case_id = c.id) as accepted
    from vendor_cases c where c.org_id = ${orgId} and c.state <> 'closed'
      and lower(regexp_replace(c.case_number, '^.*#|[[:space:]]', '', 'g')) = any(${[...numbers]}::text[])
    order by c.id desc`.execute(db)
  return rows
}

type Changes = Partial<
  Pick<
    CaseRow,
    | 'caseNumber'
    | 'contactName'
    | 'contactAddress'
    | 'state'
    | 'respondedAt'
    | 'overdueToldAt'
    | 'nextBy'
    | 'nextWhat'
    | 'nextAt'
    | 'answeredAt'
    | 'closedAt'
    | 'typed'
    | 'shown'
    | 'files'
  >
>

/** Writes the row as it is now; the caller holds its lock. */
export async function updateCase({ db, orgId }: Tx, before: CaseRow, changes: Changes): Promise<void> {
  const one = { ...before, ...changes }
  await sql`update vendor_cases set version = version + 1, case_number = ${one.caseNumber},
      contact_name = ${one.contactName}, contact_address = ${one.contactAddress}, state = ${one.state},
      responded_at = ${one.respondedAt}, overdue_told_at = ${one.overdueToldAt}, next_by = ${one.nextBy},
      next_what = ${one.nextWhat}, next_at = ${one.nextAt}, answered_at = ${one.answeredAt},
      closed_at = ${one.closedAt}, typed = ${JSON.stringify(one.typed)}::jsonb, shown = ${[...one.shown]}::text[],
      files = ${[...one.files]}::uuid[]
    where org_id = ${orgId} and id = ${before.id}`.execute(db)
}
