import { Temporal } from 'temporal-polyfill'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tellChannels } from '#features/tenant/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Meeting, Why } from '../domain/meeting.ts'

/** Channels hear that a bridge was called: what of and when, never what somebody typed about it. */
export function tellOfCalled(platform: Platform, tx: Tx, meeting: Meeting): Promise<void> {
  const say = (language: 'nl' | 'en', key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate(language, `bridges:card.${key}`, values)
  return tellChannels(platform, tx, {
    moment: 'bridge-called',
    subject: meeting.id,
    title: (language) => say(language, 'called', { name: meeting.name[language] }),
    text: (language) => platform.translate(language, `bridges:adHoc.words.${meeting.called?.reason ?? 'person'}`),
    facts: (language) => [
      {
        label: say(language, 'starts'),
        value: new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
          dateStyle: 'full',
          timeStyle: 'short',
          timeZone: meeting.timeZone,
        }).format(new Date(meeting.startsAt)),
      },
    ],
    path: `/bridge/${meeting.id}`,
  })
}

/** And that like issues come in fast: of one cause, once a week at most. */
export function tellOfBurst(
  platform: Platform,
  tx: Tx,
  plan: SupportPlan,
  { about, why }: { readonly about: string; readonly why: Why },
): Promise<void> {
  const day = Temporal.PlainDate.from(tx.now.slice(0, 10))
  return tellChannels(platform, tx, {
    moment: 'burst',
    subject: `${about} ${day.yearOfWeek}-${day.weekOfYear}`.slice(0, 200),
    title: (language) => platform.translate(language, 'bridges:card.burst', { ...why }),
    text: (language) =>
      platform.translate(language, 'bridges:card.burstText', { common: commonOf(plan, language, why) }),
    path: '/bridge',
  })
}

/** What the issues of a burst have in common, but for what people wrote. */
function commonOf(plan: SupportPlan, language: 'nl' | 'en', why: Why): string {
  const category = plan.process.categories.find(({ key }) => key === why['category'])?.name[language]
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  const wave = waves.find(({ key }) => key === why['wave'])?.name[language]
  return [why['code'], why['failure'], wave, category].filter((one) => one !== undefined && one !== '').join(', ')
}
