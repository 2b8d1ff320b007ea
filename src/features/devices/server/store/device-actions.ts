import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'

const columns = sql`id, subject, ticket_number::int as "ticketNumber", person_id as "personId", device_id as "deviceId",
  device_name as "deviceName", platform, action, tier, caller, purpose, four_eyes as "fourEyes", state, code,
  asked_by as "askedBy", asked_at as "askedAt", agree_until as "agreeUntil", answered_by as "answeredBy",
  answered_at as "answeredAt", sent_at as "sentAt", device_seen_at as "deviceSeenAt", ended_at as "endedAt",
  collection_id as "collectionId", file_id as "fileId", sealed_location is not null as "hasLocation"`

async function read({ db, orgId }: Tx, where: RawBuilder<unknown>): Promise<DeviceActionAsked[]> {
  const { rows } = await sql<DeviceActionAsked>`select ${columns} from device_actions
    where org_id = ${orgId} ${where}`.execute(db)
  return rows
}

export async function findAction(
  tx: Tx,
  id: string,
  { lock } = { lock: false },
): Promise<DeviceActionAsked | null> {
  const [found] = await read(tx, sql`and id = ${id} ${lock ? sql`for update` : sql``}`)
  return found ?? null
}

export function actionsByIds(tx: Tx, ids: readonly string[]): Promise<DeviceActionAsked[]> {
  return read(tx, sql`and id = any(${[...ids]}::uuid[])`)
}

/** Newest first. */
export function actionsOfTicket(tx: Tx, ticketId: string): Promise<DeviceActionAsked[]> {
  return read(tx, sql`and subject = ${ticketId} order by id desc limit 200`)
}

/** Of the whole organisation, newest first. */
export function actionsBefore(tx: Tx, before: string | undefined, limit: number): Promise<DeviceActionAsked[]> {
  return read(tx, sql`${before === undefined ? sql`` : sql`and id < ${before}`} order by id desc limit ${limit}`)
}

export function awaitingTooLong(tx: Tx): Promise<DeviceActionAsked[]> {
  return read(tx, sql`and state = 'awaiting' and agree_until <= ${tx.now} order by id limit 200`)
}

/** False where the same is under way on this device already. */
export async function insertAction({ db, orgId }: Tx, one: DeviceActionAsked): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into device_actions (org_id, id, subject, ticket_number, person_id, device_id,
      device_name, platform, action, tier, caller, purpose, four_eyes, state, asked_by, asked_at, agree_until)
    values (${orgId}, ${one.id}, ${one.subject}, ${one.ticketNumber}, ${one.personId}, ${one.deviceId},
      ${one.deviceName.slice(0, 300)}, ${one.platform}, ${one.action}, ${one.tier}, ${one.caller}, ${one.purpose}, ${one.fourEyes},
      ${one.state}, ${one.askedBy}, ${one.askedAt}, ${one.agreeUntil}) on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

export async function answerAction(
  { db, orgId, now }: Tx,
  id: string,
  state: 'sending' | 'declined',
  by: string,
): Promise<void> {
  await sql`update device_actions set state = ${state}, answered_by = ${by}, answered_at = ${now},
      ended_at = case when ${state} = 'declined' then ${now}::timestamptz end
    where org_id = ${orgId} and id = ${id} and state = 'awaiting'`.execute(db)
}

export async function endAction(
  { db, orgId, now }: Tx,
  id: string,
  state: 'done' | 'failed' | 'expired' | 'withdrawn',
  code: string | null = null,
): Promise<void> {
  await sql`update device_actions set state = ${state}, code = ${code}, ended_at = ${now}
    where org_id = ${orgId} and id = ${id} and state in ('awaiting', 'sending', 'pending')`.execute(db)
}

/** True once: before Intune is told, so that nothing is ever told twice. */
export async function claimSending({ db, orgId, now }: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update device_actions set state = 'pending', sent_at = ${now}
    where org_id = ${orgId} and id = ${id} and state = 'sending'`.execute(db)
  return numAffectedRows === 1n
}

export async function keepCollection({ db, orgId }: Tx, id: string, collectionId: string): Promise<void> {
  await sql`update device_actions set collection_id = ${collectionId.slice(0, 300)}
    where org_id = ${orgId} and id = ${id}`.execute(db)
}

export async function keepPending(
  { db, orgId }: Tx,
  id: string,
  code: string | null,
  deviceSeenAt: Instant | null,
): Promise<void> {
  await sql`update device_actions set code = ${code}, device_seen_at = coalesce(${deviceSeenAt}, device_seen_at)
    where org_id = ${orgId} and id = ${id} and state = 'pending'`.execute(db)
}

export async function keepFile({ db, orgId }: Tx, id: string, fileId: string): Promise<void> {
  await sql`update device_actions set file_id = ${fileId} where org_id = ${orgId} and id = ${id}`.execute(db)
}

export async function keepLocation({ db, orgId }: Tx, id: string, sealed: string): Promise<void> {
  await sql`update device_actions set sealed_location = ${sealed} where org_id = ${orgId} and id = ${id}`.execute(
    db,
  )
}

export async function sealedLocation({ db, orgId }: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ sealed: string | null }>`select sealed_location as sealed from device_actions
    where org_id = ${orgId} and id = ${id}`.execute(db)
  return rows[0]?.sealed ?? null
}

/** Where a device was is nobody's business for long. */
export async function forgetLocations({ db, orgId, now }: Tx): Promise<void> {
  await sql`update device_actions set sealed_location = null where org_id = ${orgId} and sealed_location is not null
    and ended_at < ${now}::timestamptz - interval '3 days'`.execute(db)
}

export type LogWhat =
  | 'asked'
  | 'agreed'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'sent'
  | 'done'
  | 'failed'
  | 'looked'
export type LogLine = {
  readonly actionId: string
  readonly at: Instant
  readonly by: string | null
  readonly what: LogWhat
  readonly code: string | null
  readonly words: string | null
}

export async function logAction(
  { db, orgId, now }: Tx,
  actionId: string,
  line: {
    readonly by: string | null
    readonly what: LogWhat
    readonly code?: string | null
    readonly words?: string | null
  },
): Promise<void> {
  await sql`insert into device_action_log (org_id, id, action_id, at, by_person, what, code, words)
    values (${orgId}, ${newId()}, ${actionId}, ${now}, ${line.by}, ${line.what}, ${line.code ?? null}, ${line.words ?? null})`.execute(
    db,
  )
}

export async function logOf({ db, orgId }: Tx, actionIds: readonly string[]): Promise<readonly LogLine[]> {
  if (actionIds.length === 0) return []
  const { rows } = await sql<LogLine>`select action_id as "actionId", at, by_person as by, what, code, words
    from device_action_log where org_id = ${orgId} and action_id = any(${[...actionIds]}::uuid[]) order by id`.execute(
    db,
  )
  return rows
}
