import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LineCertificate } from '../../domain/lineage/certificate-line.ts'

export type CertificateRow = LineCertificate & {
  readonly number: string
  readonly personName: string
  readonly trainerName: string
  readonly tier: number
  readonly planVersionId: string
  readonly planNumber: number
  readonly sessionId: string
  readonly trainedAt: Instant
  readonly attemptId: string
  readonly certificationId: string
  readonly revokedBy: string | null
  readonly revokedByName: string | null
  readonly revokeReason: string | null
}

const certificates = (tx: Tx) =>
  tx.db
    .selectFrom('training_certificates as c')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.person_id'))
    .innerJoin('persons as t', (on) => on.onRef('t.org_id', '=', 'c.org_id').onRef('t.id', '=', 'c.trainer_id'))
    .innerJoin('plan_versions as v', (on) =>
      on.onRef('v.org_id', '=', 'c.org_id').onRef('v.id', '=', 'c.plan_version_id'),
    )
    .innerJoin('training_sessions as s', (on) =>
      on.onRef('s.org_id', '=', 'c.org_id').onRef('s.id', '=', 'c.session_id'),
    )
    .leftJoin('persons as r', (on) => on.onRef('r.org_id', '=', 'c.org_id').onRef('r.id', '=', 'c.revoked_by'))
    .where('c.org_id', '=', tx.orgId)
    .select([
      'c.id',
      'c.number',
      'c.person_id as personId',
      'p.name as personName',
      'c.course_key as courseKey',
      'c.tier',
      'c.plan_version_id as planVersionId',
      'v.number as planNumber',
      'c.session_id as sessionId',
      's.starts_at as trainedAt',
      'c.attempt_id as attemptId',
      'c.trainer_id as trainerId',
      't.name as trainerName',
      'c.trainer_as as trainerAs',
      'c.rests_on as restsOn',
      'c.certification_id as certificationId',
      'c.issued_at as issuedAt',
      'c.valid_until as validUntil',
      'c.revoked_at as revokedAt',
      'c.revoked_by as revokedBy',
      'r.name as revokedByName',
      'c.revoke_reason as revokeReason',
    ])

/** All of the organisation, oldest first: a line can go through any of them. */
export async function allCertificates(tx: Tx): Promise<ReadonlyMap<string, CertificateRow>> {
  const rows = await certificates(tx).orderBy('c.id').execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function certificateByNumber(tx: Tx, number: string): Promise<CertificateRow | null> {
  return (await certificates(tx).where('c.number', '=', number).executeTakeFirst()) ?? null
}

/** Whether this test has given its certificate already. */
export async function isCertified(tx: Tx, attemptId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('training_certificates')
    .where('org_id', '=', tx.orgId)
    .where('attempt_id', '=', attemptId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function certificatesEndingBefore(tx: Tx, before: Instant): Promise<readonly CertificateRow[]> {
  return certificates(tx)
    .where('c.revoked_at', 'is', null)
    .where('c.valid_until', '>', tx.now)
    .where('c.valid_until', '<=', before)
    .orderBy('c.valid_until')
    .execute()
}

export type NewCertificate = Pick<
  CertificateRow,
  | 'id'
  | 'number'
  | 'personId'
  | 'courseKey'
  | 'tier'
  | 'planVersionId'
  | 'sessionId'
  | 'attemptId'
  | 'trainerId'
  | 'trainerAs'
  | 'restsOn'
  | 'certificationId'
  | 'validUntil'
>

export async function insertCertificate(tx: Tx, one: NewCertificate): Promise<void> {
  await tx.db
    .insertInto('training_certificates')
    .values({
      org_id: tx.orgId,
      id: one.id,
      number: one.number,
      person_id: one.personId,
      course_key: one.courseKey,
      tier: one.tier,
      plan_version_id: one.planVersionId,
      session_id: one.sessionId,
      attempt_id: one.attemptId,
      trainer_id: one.trainerId,
      trainer_as: one.trainerAs,
      rests_on: one.restsOn,
      certification_id: one.certificationId,
      issued_at: tx.now,
      valid_until: one.validUntil,
    })
    .execute()
}

/** False when somebody else was first. */
export async function revokeRow(tx: Tx, id: string, by: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('training_certificates')
    .set({ revoked_at: tx.now, revoked_by: by, revoke_reason: reason })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function warningsOf(tx: Tx, certificateId: string): Promise<readonly number[]> {
  const rows = await tx.db
    .selectFrom('training_warnings')
    .where('org_id', '=', tx.orgId)
    .where('certificate_id', '=', certificateId)
    .select('days')
    .execute()
  return rows.map(({ days }) => days)
}

/** False when it was given already, by another node. */
export async function noteWarning(tx: Tx, certificateId: string, days: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training_warnings')
    .values({ org_id: tx.orgId, certificate_id: certificateId, days, told_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'certificate_id', 'days']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Practice tickets of a tier that were done well since a moment; the same issue counts once. */
export async function practisedBy(
  tx: Tx,
  personIds: readonly string[],
  since: Instant,
): Promise<readonly { readonly personId: string; readonly tier: number; readonly count: number }[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('practice_results')
    .where('org_id', '=', tx.orgId)
    .where('person_id', 'in', personIds)
    .where('passed', '=', true)
    .where('finished_at', '>=', since)
    .groupBy(['person_id', 'tier'])
    .select((eb) => ['person_id', 'tier', eb.fn.count<number>('issue_id').distinct().as('count')])
    .execute()
  return rows.map(({ person_id, tier, count }) => ({ personId: person_id, tier, count: Number(count) }))
}
