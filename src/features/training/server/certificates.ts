import type { PersonActor } from '#features/people/domain/actor.ts'
import { endCertification, personById, personsByIds } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Certificate } from '../contract/sessions.ts'
import { readCertificateNumber } from '../domain/certificate.ts'
import { lineOf } from '../domain/lineage/certificate-line.ts'
import { isEnding } from '../domain/lineage/gaps.ts'
import { no } from '../domain/refusals.ts'
import { keepsCourses } from '../domain/rights.ts'
import { announceTraining } from './announce-training.ts'
import { mailTo } from './mails.ts'
import { allowed, found, must } from './must.ts'
import { type CourseName, courseNames } from './plan.ts'
import { type Scene, sceneOf } from './scene.ts'
import { certificateByNumber, type CertificateRow, revokeRow } from './store/certificates.ts'

export function stateOf(scene: Pick<Scene, 'certificates' | 'at'>, row: CertificateRow): Certificate['state'] {
  if (row.revokedAt !== null) return 'revoked'
  if (row.validUntil <= scene.at) return 'ended'
  if (lineOf(scene.certificates, row).ends === 'revoked') return 'line-broken'
  return isEnding(row.validUntil, scene.at) ? 'ending' : 'valid'
}

export function certificateView(
  scene: Pick<Scene, 'certificates' | 'at'>,
  row: CertificateRow,
  names: ReadonlyMap<string, CourseName>,
): Certificate {
  return {
    number: row.number,
    person: { id: row.personId, name: row.personName },
    course: { ...found(names.get(row.courseKey)), tier: row.tier },
    planVersion: row.planNumber,
    trainedAt: row.trainedAt,
    trainingSession: row.sessionId,
    trainer: { id: row.trainerId, name: row.trainerName },
    trainerAs: row.trainerAs,
    issuedAt: row.issuedAt,
    validUntil: row.validUntil,
    state: stateOf(scene, row),
    revoked:
      row.revokedAt === null
        ? null
        : {
            at: row.revokedAt,
            by: { id: row.revokedBy ?? '', name: row.revokedByName ?? '' },
            reason: row.revokeReason ?? '',
          },
  }
}

async function byNumber(tx: Tx, typed: string): Promise<CertificateRow> {
  const number = found(readCertificateNumber(typed))
  return found(await certificateByNumber(tx, number))
}

export async function readCertificate(tx: Tx, actor: PersonActor, typed: string) {
  const row = await byNumber(tx, typed)
  const scene = await sceneOf(tx)
  const { people } = lineOf(scene.certificates, row)
  const known = await personsByIds(tx, people)
  return {
    certificate: certificateView(scene, row, await courseNames(tx, [row])),
    line: people.flatMap((id) => {
      const person = known.get(id)
      return person ? [{ id, name: person.name }] : []
    }),
    may: { revoke: keepsCourses(scene.plan, actor) && row.revokedAt === null },
  }
}

/** Revokes a certificate, ends the certification that it gave, and tells its holder why. */
export async function revokeCertificate(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  typed: string,
  reason: string,
): Promise<Certificate> {
  const before = await sceneOf(tx)
  const row = await byNumber(tx, typed)
  allowed(keepsCourses(before.plan, actor))
  if (!(await revokeRow(tx, row.id, actor.personId, reason))) must(no('certificate-revoked'))
  if (row.validUntil > tx.now) await endQuietly(tx, row)
  const names = await courseNames(tx, [row])
  const person = await personById(tx, row.personId)
  if (person) {
    const path = `/training/certificates/${row.number}`
    await mailTo(platform, tx, person, 'revoked', { course: found(names.get(row.courseKey)).name, reason, path })
  }
  await announceTraining(tx, row.sessionId, [row.personId])
  const scene = await sceneOf(tx)
  return certificateView(scene, found(await certificateByNumber(tx, row.number)), names)
}

/** One that a lead ended already stays ended. */
async function endQuietly(tx: Tx, { personId, certificationId }: CertificateRow): Promise<void> {
  if ((await currentCertifications(tx, personId)).includes(certificationId))
    await endCertification(tx, 'tierwise', personId, certificationId)
}

async function currentCertifications(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('certifications')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', tx.now)]))
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
