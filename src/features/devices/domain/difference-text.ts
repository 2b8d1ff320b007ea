import type { Difference } from './difference.ts'
import { said, type SaidLanguage } from './said.ts'
import { moment, type SayMoment } from './snapshot-text.ts'

/** A difference in a sentence: "CON-NL-0142: compliant → not compliant (BitLocker)". */
export function differenceText(difference: Difference, language: SaidLanguage, say: SayMoment = moment): string {
  const nl = language === 'nl'
  const either = (dutch: string, english: string) => (nl ? dutch : english)
  switch (difference.kind) {
    case 'device-added':
      return `${difference.name}: ${either('nieuw in Intune', 'new in Intune')}`
    case 'device-gone':
      return `${difference.name}: ${either('niet meer in Intune', 'no longer in Intune')}`
    case 'device-again':
      return `${difference.name}: ${either('opnieuw ingeschreven', 'enrolled again')}`
    case 'compliance': {
      const [before, after] = [difference.before, difference.after].map((one) => said(language, 'compliance', one))
      const settings = difference.settings.filter((one) => one !== '')
      return `${difference.name}: ${before} → ${after}${settings.length > 0 ? ` (${settings.join(', ')})` : ''}`
    }
    case 'setting-failed':
      return `${difference.name}: ${either('voldoet nu ook niet aan', 'now does not meet')} ${difference.setting}`
    case 'setting-mended':
      return `${difference.name}: ${either('voldoet nu aan', 'now meets')} ${difference.setting}`
    case 'device-renamed':
      return `${difference.before} ${either('heet nu', 'is now called')} ${difference.after}`
    case 'os-version':
      return `${difference.name}: ${either('versie', 'version')} ${difference.before} → ${difference.after}`
    case 'management': {
      const [before, after] = [difference.before, difference.after].map((one) => said(language, 'management', one))
      return `${difference.name}: ${before} → ${after}`
    }
    case 'ownership': {
      const [before, after] = [difference.before, difference.after].map((one) => said(language, 'ownership', one))
      return `${difference.name}: ${before} → ${after}`
    }
    case 'encrypted':
      return `${difference.name}: ${difference.after ? either('nu versleuteld', 'encrypted now') : either('niet meer versleuteld', 'no longer encrypted')}`
    case 'checked-in':
      return `${difference.name}: ${either('contact gehad op', 'checked in at')} ${say(difference.at)}`
    case 'action':
      return `${difference.name}: ${said(language, 'action', difference.action)}: ${said(language, 'actionState', difference.state)}`
    case 'account':
      return difference.after
        ? either('Account mag weer aanmelden', 'Account may sign in again')
        : either('Account is geblokkeerd', 'Account is blocked')
    case 'person-renamed':
      return either('Aanmeldnaam is veranderd', 'Sign-in name was changed')
    case 'licence': {
      const [before, after] = [difference.before, difference.after].map((one) => said(language, 'intunePlan', one))
      return `${either('Licentie', 'Licence')} ${difference.sku}: ${before} → ${after}`
    }
    case 'joined':
      return `${either('Nu in groep', 'Now in group')} ${difference.group}`
    case 'left':
      return `${either('Niet meer in groep', 'No longer in group')} ${difference.group}`
    case 'enrollment-failed':
      return `${either('Inschrijven mislukte', 'Enrollment failed')}${difference.reason ? ` (${difference.reason})` : ''}`
    case 'app-failed':
      return `${either('App mislukt', 'App failed')}: ${[difference.app, difference.code].filter(Boolean).join(', ')}`
    case 'autopilot': {
      const [before, after] = [difference.before, difference.after].map((one) => said(language, 'autopilot', one))
      return `Autopilot ${difference.serial}: ${before} → ${after}`
    }
    case 'incident-began':
      return `${either('Microsoft meldt', 'Microsoft reports')} ${difference.id}: ${difference.title}`
    case 'incident-ended':
      return `${either('Microsoft meldt niet meer', 'Microsoft no longer reports')} ${difference.id}: ${difference.title}`
    case 'certificate-renewed':
      return `${said(language, 'certificate', difference.certificate)}: ${either('verlengd tot', 'renewed until')} ${say(difference.after)}`
  }
}
