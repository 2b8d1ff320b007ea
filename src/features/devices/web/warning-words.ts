import type { Instant } from '#features/people/domain/instant.ts'
import type { Words } from '#ui/words/words.ts'
import { said } from '../domain/said.ts'
import { daysFrom, type DeviceWarning, type PersonWarning } from '../domain/warnings.ts'
import type { Tone } from './Mark.tsx'

type Said = { readonly tone: Tone; readonly text: string }

export function deviceWarningWords(t: Words<'devices'>, warning: DeviceWarning, now: Instant): Said {
  switch (warning.code) {
    case 'silent':
      return { tone: 'warned', text: t('warning.silent', { count: warning.days }) }
    case 'certificate-ended':
      return { tone: 'bad', text: t('warning.certificateEnded') }
    case 'certificate-ends':
      return { tone: 'warned', text: t('warning.certificateEnds', { count: daysFrom(now, warning.until) }) }
    case 'grace-ends':
      return { tone: 'warned', text: graceWords(t, daysFrom(now, warning.until)) }
    case 'management-odd':
      return {
        tone: 'warned',
        text: t('warning.management', { state: said(t.language, 'management', warning.state) }),
      }
    case 'autopilot-odd':
      return {
        tone: 'warned',
        text: t('warning.autopilot', { state: said(t.language, 'autopilot', warning.state) }),
      }
    case 'autopilot-other-device':
      return { tone: 'warned', text: t('warning.autopilotOther') }
    case 'same-name':
      return { tone: 'plain', text: t('warning.sameName', { count: warning.count }) }
    case 'same-serial':
      return { tone: 'warned', text: t('warning.sameSerial', { count: warning.count }) }
  }
}

function graceWords(t: Words<'devices'>, days: number): string {
  return days < 0 ? t('warning.graceEnded') : t('warning.graceEnds', { count: days })
}

export function personWarningWords(t: Words<'devices'>, warning: PersonWarning): Said {
  switch (warning.code) {
    case 'account-off':
      return { tone: 'bad', text: t('warning.accountOff') }
    case 'no-usage-location':
      return { tone: 'warned', text: t('warning.noLocation') }
    case 'no-licence':
      return { tone: 'bad', text: t('warning.noLicence') }
    case 'licence-off':
      return { tone: 'bad', text: t('warning.licenceOff') }
    case 'licence-pending':
      return { tone: 'warned', text: t('warning.licencePending') }
    case 'licence-error':
      return {
        tone: 'bad',
        text: t('warning.licenceError', {
          sku: warning.sku,
          error: said(t.language, 'licenceError', warning.error),
        }),
      }
  }
}
