import type { Language } from '#features/people/domain/person.ts'
import type { Finding } from '#features/devices/domain/findings.ts'
import type { Platform } from '#platform/platform.ts'

type Found = Pick<Finding, 'kind' | 'platform' | 'facts' | 'times' | 'lastAt'>

/** What the requester reads: what was seen, and what they have to do. No code, no name of Microsoft's for it. */
export function detectedWords(
  { translate }: Pick<Platform, 'translate'>,
  language: Language,
  timeZone: string,
  finding: Found,
): { readonly subject: string; readonly description: string } {
  const { kind, platform, facts, lastAt } = finding
  const about = kind === 'expiring-certificate' ? `${kind}.${facts['what'] ?? 'push'}` : kind
  const values = {
    device: facts['device'] ?? translate(language, `devices:detected.devices.${platform ?? 'other'}`),
    name: facts['name'] ?? '',
    title: facts['title'] ?? '',
    impact: facts['impact'] ?? '',
    when: inWords(lastAt, language, timeZone, 'time'),
    day: inWords(facts['expiresAt'] ?? facts['lastSyncAt'] ?? lastAt, language, timeZone, 'day'),
  }
  const say = (part: string) => translate(language, `devices:detected.${about}.${part}`, values)
  return { subject: say('subject'), description: say('description') }
}

/** What those who work on it read: all that Intune said. */
export function detectedNote(
  { translate }: Pick<Platform, 'translate'>,
  language: Language,
  timeZone: string,
  { kind, facts, times, lastAt }: Found,
  occasion: 'opened' | 'beside' | 'again',
): string {
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    translate(language, `devices:detected.${key}`, values)
  const shown = Object.entries(facts).filter(([key]) => noted.some((one) => one === key))
  return [
    say(`note.${occasion}`, {
      kind: say(`kinds.${kind}`),
      count: times,
      when: inWords(lastAt, language, timeZone, 'time'),
    }),
    ...shown.map(([key, value]) => {
      const isMoment = key === 'expiresAt' || key === 'lastSyncAt' || key === 'startedAt'
      return `- ${say(`facts.${key}`)}: ${isMoment ? inWords(value, language, timeZone, 'time') : value}`
    }),
  ].join('\n')
}

const noted = [
  ...['category', 'reason', 'os', 'osVersion', 'enrollmentType', 'correlationId'],
  ...['device', 'model', 'serial', 'lastSyncAt', 'name', 'expiresAt'],
  ...['id', 'title', 'service', 'feature', 'impact', 'startedAt'],
] as const

function inWords(at: string, language: Language, timeZone: string, form: 'time' | 'day'): string {
  const style =
    form === 'day' ? { dateStyle: 'long' as const } : { dateStyle: 'long' as const, timeStyle: 'short' as const }
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { ...style, timeZone }).format(
    new Date(at),
  )
}
