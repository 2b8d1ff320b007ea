import type { FindingView } from '#features/devices/contract/findings.ts'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'

const moments: ReadonlySet<string> = new Set(['expiresAt', 'lastSyncAt', 'startedAt'])
const inTitle: ReadonlySet<string> = new Set(['title', 'what', 'device'])

/** What was found, in a line, and the facts of it. */
export function useFindingWords(): (finding: FindingView) => {
  readonly title: string
  readonly facts: readonly string[]
} {
  const t = useWords('triage')
  const now = useNow()
  const reader = useReader()
  return ({ kind, facts, person, platform }) => {
    const about = kind === 'expiring-certificate' ? `${kind}.${facts['what'] ?? 'push'}` : kind
    const device = t.any(`findings.devices.${platform ?? 'other'}`)
    const title = t.any(`findings.title-of.${about}`, {
      name: person?.name ?? t('findings.somebody'),
      device: facts['device'] ?? device,
      title: facts['title'] ?? '',
    })
    const shown = Object.entries(facts).filter(([key]) => !inTitle.has(key) && t.has(`findings.facts.${key}`))
    return {
      title,
      facts: shown.map(([key, value]) => {
        const said = moments.has(key) ? dayAndTime(value, now, reader) : value
        return `${t.any(`findings.facts.${key}`)}: ${said}`
      }),
    }
  }
}
