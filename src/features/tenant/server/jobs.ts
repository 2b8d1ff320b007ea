import { organisationIds, personsWithRole } from '#features/people/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload, type Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { Purpose } from '../domain/checks.ts'
import { daysLeft, warningDue } from '../domain/expiry.ts'
import { directoryJobs, directorySchedule } from './directory/directory-jobs.ts'
import { type Checked, runChecks } from './checks/run-checks.ts'
import { forgetOldCards } from './store/cards.ts'
import { findDirectory } from './store/directory.ts'
import type { TenantServices } from './services.ts'
import { findTenant, markRefused, markWarned } from './store/tenants.ts'

export function tenantJobs(services: TenantServices): Jobs {
  return {
    ...directoryJobs,
    /** Every six hours: what works is tried again, so that what stopped working is known before a ticket needs it. */
    'tenant.check-all': async (platform) => {
      for (const orgId of await organisationIds(platform)) {
        await inOrganisation(platform, orgId, async (tx) => {
          if (await findTenant(tx)) await askForCheck(tx)
          await forgetOldCards(tx)
        })
      }
    },
    /** Administrators hear once that people wait for them, where they still do. */
    'tenant.tell-held': (platform, { orgId }: JobPayload) =>
      inOrganisation(platform, orgId, async (tx) => {
        const held = (await findDirectory(tx))?.held
        if (held)
          await mailAdministrators(platform, tx, services, 'held', { purpose: 'read', count: held.people.length })
      }),
    'tenant.check': async (platform, { orgId }: JobPayload) => {
      const checked = await runChecks(platform, orgId)
      await inOrganisation(platform, orgId, (tx) => warn(platform, tx, services, checked))
    },
  }
}

/** When jobs begin by themselves, as cron lines. */
export const tenantSchedule: Readonly<Record<string, string>> = {
  ...directorySchedule,
  'tenant.check-all': '23 */6 * * *',
}

export function askForCheck(tx: Tx): Promise<void> {
  return enqueue(tx, 'tenant.check', {}, { key: `tenant.check ${tx.orgId}`, maxAttempts: 3 })
}

/** Administrators hear once that signing in is refused, and at each step towards an expiry. */
async function warn(
  platform: Platform,
  tx: Tx,
  services: TenantServices,
  checked: readonly Checked[],
): Promise<void> {
  const tenant = await findTenant(tx)
  if (tenant === null) return
  for (const { purpose, signIn } of checked) {
    const isRefused = signIn.outcome === 'failed' && signIn.code === 'sign-in-refused'
    if (signIn.outcome !== 'works' && !isRefused) continue
    const isNews = await markRefused(tx, tenant.id, purpose, isRefused ? tx.now : null)
    if (isNews && isRefused) await mailAdministrators(platform, tx, services, 'refused', { purpose, count: 0 })
  }
  for (const { purpose, expiresAt, warnedDays } of tenant.registrations) {
    const due = warningDue(expiresAt, warnedDays, tx.now)
    if (due === null || expiresAt === null) continue
    await markWarned(tx, tenant.id, purpose, due)
    const days = daysLeft(expiresAt, tx.now)
    await mailAdministrators(platform, tx, services, days < 0 ? 'expired' : 'expires', { purpose, count: days })
  }
}

async function mailAdministrators(
  platform: Platform,
  tx: Tx,
  { mailIsSetUp }: TenantServices,
  what: 'refused' | 'expires' | 'expired' | 'held',
  { purpose, count }: { readonly purpose: Purpose; readonly count: number },
): Promise<void> {
  if (!(await mailIsSetUp(tx))) return
  for (const person of await personsWithRole(tx, 'administrator')) {
    const say = (key: string) =>
      platform.translate(person.language, `tenant:mail.${what}.${key}`, {
        name: person.name,
        count,
        registration: platform.translate(person.language, `tenant:registration.${purpose}.name`),
      })
    await putMail(platform, tx, {
      to: { name: person.name, address: person.email },
      language: person.language,
      subject: say('subject'),
      text: say('text'),
      links: [{ label: say('link'), url: `${platform.baseUrl}/settings/intune` }],
      automatic: true,
      ticketId: null,
      files: [],
    })
  }
}
