import type { Detection } from '../document/process.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { paragraph, table } from './blocks.ts'
import type { Block } from './plan-document.ts'
import { line, lines, type Speech } from './speech.ts'

export function detection({ process }: SupportPlan, { t }: Speech): readonly Block[] {
  return [
    paragraph(t('detection.hint')),
    ...table(
      t('detection.title'),
      [
        [t('detection.what'), 4],
        [t('detection.answer'), 2],
        [t('detection.from'), 3],
      ],
      detectionRows(process.detection).map(({ what, answer, from }) => [
        line(t(`detection.${what}`)),
        line(t(`detection.answers.${answer}`)),
        line(answer === 'off' ? '–' : t(from.key, from.values)),
      ]),
    ),
  ]
}

type DetectionRow = {
  readonly what: 'enrollmentFailures' | 'expiringCertificates' | 'silentDevices' | 'serviceIncidents'
  readonly answer: Detection['silentDevices']
  readonly from:
    | { readonly key: 'detection.atOnce'; readonly values?: undefined }
    | { readonly key: 'detection.daysBefore' | 'detection.afterDays'; readonly values: { readonly count: number } }
}

/** What is looked for, what comes of it and from when on: for a page and a document alike. */
export function detectionRows(one: Detection): readonly DetectionRow[] {
  const atOnce = { key: 'detection.atOnce' } as const
  return [
    { what: 'enrollmentFailures', answer: one.enrollmentFailures, from: atOnce },
    {
      what: 'expiringCertificates',
      answer: one.expiringCertificates,
      from: { key: 'detection.daysBefore', values: { count: one.expiryDays } },
    },
    {
      what: 'silentDevices',
      answer: one.silentDevices,
      from: { key: 'detection.afterDays', values: { count: one.silentDays } },
    },
    { what: 'serviceIncidents', answer: one.serviceIncidents, from: atOnce },
  ]
}

export function deviceActions(plan: SupportPlan, speech: Speech): readonly Block[] {
  const { t, text } = speech
  const named = (level: number) => {
    const tier = plan.teams.tiers.find((one) => one.level === level)
    return tier ? `${level} ${text(tier.name)}` : String(level)
  }
  const { deviceActions: rules } = plan.process
  if (rules.length === 0) return [paragraph(t('deviceActions.none'))]
  return [
    paragraph(t('deviceActions.hint')),
    ...table(
      t('deviceActions.title'),
      [
        [t('deviceActions.action'), 3],
        [t('deviceActions.tiers'), 4],
        [t('deviceActions.fourEyes'), 2],
      ],
      rules.map(({ action, tiers, fourEyes }) => [
        line(t(`deviceActions.actions.${action}`)),
        lines(tiers.map(named)),
        line(t(fourEyes ? 'deviceActions.fourEyesYes' : 'deviceActions.fourEyesNo')),
      ]),
    ),
  ]
}

export function bursts({ process }: SupportPlan, { t }: Speech): readonly Block[] {
  const { tickets, hours } = process.bursts
  return [
    paragraph(
      t('bursts.text', {
        tickets: t('bursts.ticketsText', { count: tickets }),
        hours: t('bursts.hoursText', { count: hours }),
      }),
    ),
  ]
}
