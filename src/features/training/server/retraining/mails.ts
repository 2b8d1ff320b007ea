import { type KnownPerson, leadsOf, organisationOf, personById } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { courseOf } from '../../domain/course.ts'
import { announceTraining } from '../announce-training.ts'
import { lastDayIn } from '../mails.ts'
import { askToRetrain } from './notices.ts'
import type { DutyRow } from './store.ts'

export type Occasion = 'asked' | 'ahead' | 'suspended' | 'restored'

/** Tells the person and the leads of the tier what became of a retraining. */
export async function tellRetraining(
  platform: Platform,
  tx: Tx,
  plan: SupportPlan,
  duty: DutyRow,
  occasion: Occasion,
): Promise<void> {
  const person = await personById(tx, duty.personId)
  if (!person || person.disabledAt !== null) return
  const team = plan.teams.tiers.find(({ level }) => level === duty.tier)?.team
  const leads = team === undefined ? [] : (await leadsOf(tx, team)).filter(({ id }) => id !== person.id)
  await mail(platform, tx, plan, {
    duty,
    occasion,
    to: person,
    about: person,
    path: `/training/retraining/${duty.id}`,
  })
  for (const lead of leads)
    await mail(platform, tx, plan, { duty, occasion, to: lead, about: person, path: '/training/retraining' })
  if (occasion !== 'restored') await askToRetrain(tx, duty, occasion)
  await announceTraining(tx, duty.id, [person.id])
}

type Mail = {
  readonly duty: DutyRow
  readonly occasion: Occasion
  readonly to: KnownPerson
  readonly about: KnownPerson
  readonly path: string
}

async function mail(platform: Platform, tx: Tx, plan: SupportPlan, { duty, occasion, to, about, path }: Mail) {
  const { language } = to
  const { name: organisation, timeZone } = await organisationOf(tx)
  const item = courseOf(plan, duty.courseKey)?.agenda.find(({ key }) => key === duty.itemKey)
  const kind = to.id === about.id ? 'own' : 'ofMember'
  const values = {
    name: to.name,
    who: about.name,
    organisation,
    tier: duty.tier,
    item: item?.name[language] ?? duty.itemKey,
    kinds: kindsIn(platform, language, duty.kinds),
    until: lastDayIn(duty.dueAt, language, timeZone),
  }
  const say = (key: string) => platform.translate(language, `training:retraining.mail.${key}`, values)
  await putMail(platform, tx, {
    to: { name: to.name, address: to.email },
    language,
    subject: say(`${occasion}.${kind}.subject`),
    text: [say('greeting'), say(`${occasion}.${kind}.text`), say('closing')].join('\n\n'),
    links: [{ label: say(`link.${kind}`), url: `${platform.baseUrl}${path}` }],
    automatic: true,
    ticketId: null,
    files: [],
  })
}

function kindsIn(platform: Platform, language: 'nl' | 'en', kinds: DutyRow['kinds']): string {
  const words = kinds.map((kind) => platform.translate(language, `training:retraining.kinds.${kind}`))
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(words)
}
