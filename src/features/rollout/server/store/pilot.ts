import { sql } from 'kysely'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { CaseResult, DeviceOutcome, OwnCase, OwnDevice } from '../../domain/pilot/experience.ts'

export type DeviceRow = OwnDevice & {
  readonly name: string
  readonly triedOn: string
  readonly trouble: string
  readonly candidate: boolean
  readonly ticketNumber: number | null
}

/** Everything that was logged, the newest first. */
export async function ownDevices({ db, orgId }: Tx): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    select d.person_id as "personId", p.name, d.platform, d.outcome, d.tried_on as "triedOn", d.trouble, d.candidate,
      t.number as "ticketNumber"
    from pilot_devices d join persons p on p.org_id = d.org_id and p.id = d.person_id
      left join tickets t on t.org_id = d.org_id and t.id = d.ticket_id
    where d.org_id = ${orgId} and p.disabled_at is null
    order by d.changed_at desc, p.name, d.platform`.execute(db)
  return rows
}

export type CaseRow = OwnCase & { readonly name: string; readonly words: string }

export async function ownCases({ db, orgId }: Tx): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.person_id as "personId", p.name, c.platform, c.case_key as "key", c.result, c.words
    from pilot_cases c join persons p on p.org_id = c.org_id and p.id = c.person_id
    where c.org_id = ${orgId} and p.disabled_at is null
    order by c.at desc, p.name, c.platform, c.case_key`.execute(db)
  return rows
}

export type LoggedDevice = {
  readonly outcome: DeviceOutcome
  readonly triedOn: string
  readonly trouble: string
  readonly candidate: boolean
}

export async function logDevice(tx: Tx, personId: string, platform: Platform, one: LoggedDevice): Promise<void> {
  const values = {
    outcome: one.outcome,
    tried_on: one.triedOn,
    trouble: one.trouble,
    candidate: one.candidate,
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('pilot_devices')
    .values({ org_id: tx.orgId, person_id: personId, platform, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'platform']).doUpdateSet(values))
    .execute()
}

export async function forgetDevice(tx: Tx, personId: string, platform: Platform): Promise<void> {
  await tx.db
    .deleteFrom('pilot_devices')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .execute()
}

export async function linkTicket(tx: Tx, personId: string, platform: Platform, ticketId: string): Promise<void> {
  await tx.db
    .updateTable('pilot_devices')
    .set({ ticket_id: ticketId })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .execute()
}

export async function logCase(
  tx: Tx,
  { personId, platform, key }: Pick<OwnCase, 'personId' | 'platform' | 'key'>,
  result: CaseResult,
  words: string,
): Promise<void> {
  const values = { result, words, at: tx.now }
  await tx.db
    .insertInto('pilot_cases')
    .values({ org_id: tx.orgId, person_id: personId, platform, case_key: key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'person_id', 'platform', 'case_key']).doUpdateSet(values),
    )
    .execute()
}

export async function forgetCase(
  tx: Tx,
  { personId, platform, key }: Pick<OwnCase, 'personId' | 'platform' | 'key'>,
): Promise<void> {
  await tx.db
    .deleteFrom('pilot_cases')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .where('case_key', '=', key)
    .execute()
}
