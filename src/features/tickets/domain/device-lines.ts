import type { Language } from '#features/people/domain/person.ts'
import type { Device } from '#features/devices/domain/context.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'

const serialWord = { nl: 'serienummer', en: 'serial' } as const
const most = 3
const never = '1970-01-01T00:00:00.000Z'

/** Which device it may be, as a person would type it: those of the ticket's platform, the one that was in touch last first. */
export function deviceLines(
  devices: readonly Device[],
  platform: Platform | null,
  language: Language,
): readonly string[] {
  return devices
    .filter((device) => platform === null || device.platform === platform)
    .toSorted((one, other) => Date.parse(other.lastSyncAt ?? never) - Date.parse(one.lastSyncAt ?? never))
    .slice(0, most)
    .map(({ name, manufacturer, model, os, osVersion, serial }) => {
      const make = [manufacturer, model].filter((part) => part !== null).join(' ')
      const system = [os, osVersion].filter((part) => part !== null).join(' ')
      const parts = [name, make, system, serial === null ? '' : `${serialWord[language]} ${serial}`]
      return parts.filter((part) => part !== '').join(', ')
    })
}
