import { type KnownPerson, organisationIds, personsWithRole } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt, zoneOf } from '#features/plan/domain/rollout-day.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { isTimeToRemind } from '../domain/commitment/reminders.ts'
import { waveOf } from '../domain/mails/waves.ts'
import { signers } from '../domain/readiness/decide.ts'
import { type WaveWarning, waveWarnings } from '../domain/waves/warnings.ts'
import { lastDecisions } from './store/decisions.ts'
import { enterWarning } from './store/waves.ts'

/** Tells who may sign that a wave begins without a go, in every organisation; however often it runs, nobody hears twice. */
export async function warnOfWaves(platform: Platform): Promise<void> {
  for (const orgId of await organisationIds(platform))
    await inOrganisation(platform, orgId, (tx) => warnInOrganisation(platform, tx))
}

export async function warnInOrganisation(platform: Platform, tx: Tx): Promise<void> {
  const plan = (await publishedPlan(tx))?.document
  if (!plan || !isTimeToRemind(tx.now, zoneOf(plan)) || !(await mailIsSetUp(tx))) return
  const decisions = await lastDecisions(tx)
  const outcomeOf = (key: string) => decisions.find(({ wave }) => wave === key)?.outcome ?? null
  for (const warning of waveWarnings(plan, dayAt(plan, tx.now), outcomeOf)) {
    for (const person of await signersOf(tx)) {
      if (await enterWarning(tx, warning, person.id)) await tell(platform, tx, plan, warning, person)
    }
  }
}

async function signersOf(tx: Tx): Promise<readonly KnownPerson[]> {
  const people = new Map<string, KnownPerson>()
  for (const role of signers) for (const one of await personsWithRole(tx, role)) people.set(one.id, one)
  return [...people.values()]
}

async function tell(
  platform: Platform,
  tx: Tx,
  plan: SupportPlan,
  { wave, starts, kind, against }: WaveWarning,
  person: KnownPerson,
): Promise<void> {
  const { language, name } = person
  const locale = language === 'en' ? 'en-GB' : 'nl'
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const values = {
    name,
    wave: waveOf(plan, wave)?.wave.name[language] ?? wave,
    starts: day.format(new Date(`${starts}T12:00:00Z`)),
  }
  const say = (key: string) =>
    platform.translate(language, `rollout:warning.${against ? 'against' : kind}.${key}`, values)
  await putMail(platform, tx, {
    to: { name, address: person.email },
    language,
    subject: say('subject'),
    text: say('text'),
    links: [
      {
        label: platform.translate(language, 'rollout:warning.link'),
        url: `${platform.baseUrl}/rollout/waves/${wave}?part=readiness`,
      },
    ],
    automatic: true,
    ticketId: null,
    files: [],
  })
}
