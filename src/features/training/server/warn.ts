import { type KnownPerson, leadsOf, organisationIds, personById } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { warningDays, warningDue } from '../domain/certificate.ts'
import { newestOf } from '../domain/lineage/certificate-line.ts'
import { mailTo } from './mails.ts'
import { found } from './must.ts'
import { courseNames } from './plan.ts'
import {
  allCertificates,
  certificatesEndingBefore,
  type CertificateRow,
  noteWarning,
  warningsOf,
} from './store/certificates.ts'

/** Tells people and their leads of certificates that end, so that nobody is locked out by surprise. */
export async function warnOfEndings(platform: Platform): Promise<void> {
  for (const orgId of await organisationIds(platform))
    await inOrganisation(platform, orgId, (tx) => warnIn(platform, tx))
}

async function warnIn(platform: Platform, tx: Tx): Promise<void> {
  if (!(await publishedPlan(tx))) return
  const horizon = new Date(Date.parse(tx.now) + (warningDays[0] + 1) * 86_400_000).toISOString()
  const ending = await certificatesEndingBefore(tx, horizon)
  if (ending.length === 0) return
  const all = await allCertificates(tx)
  for (const one of ending) {
    // Whoever was trained again meanwhile has nothing to hear of the old one.
    if (newestOf(all, one.personId, one.courseKey)?.id !== one.id) continue
    const days = warningDue(one.validUntil, await warningsOf(tx, one.id), tx.now)
    if (days !== null && (await noteWarning(tx, one.id, days))) await tell(platform, tx, one)
  }
}

async function tell(platform: Platform, tx: Tx, one: CertificateRow): Promise<void> {
  const person = await personById(tx, one.personId)
  if (!person || person.disabledAt !== null) return
  const { name } = found((await courseNames(tx, [one])).get(one.courseKey))
  const until = one.validUntil
  await mailTo(platform, tx, person, 'ending', { course: name, until, path: '/training' })
  for (const lead of await leadsFor(tx, one))
    await mailTo(platform, tx, lead, 'ending-of-member', {
      course: name,
      until,
      who: person.name,
      path: '/training?view=team',
    })
}

/** The leads of the tier's team, besides the person. */
async function leadsFor(tx: Tx, one: CertificateRow): Promise<readonly KnownPerson[]> {
  const plan = await publishedPlan(tx)
  const team = plan?.document.teams.tiers.find(({ level }) => level === one.tier)?.team
  return team === undefined ? [] : (await leadsOf(tx, team)).filter(({ id }) => id !== one.personId)
}
