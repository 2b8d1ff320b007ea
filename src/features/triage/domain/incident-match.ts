import type { Instant } from '#features/people/domain/instant.ts'
import type { Words } from './similar-words.ts'

/** What Microsoft says is wrong with its service, as far as a ticket can be about it. */
export type Incident = {
  readonly id: string
  readonly title: string
  readonly impact: string | null
  readonly feature: string | null
  readonly startedAt: Instant | null
  /** Of all that it says. */
  readonly words: Words
}

type About = {
  readonly words: ReadonlyMap<string, string>
  readonly platform: string | null
  readonly openedAt: Instant
}

/** A problem that somebody meets may have begun so long before Microsoft says that it did. */
const hoursEarly = 24

/** How Microsoft names platforms in what it writes. */
const platformNames: Readonly<Record<string, RegExp>> = {
  ios: /\b(?:ios|ipados|iphones?|ipads?|apple)\b/i,
  android: /\bandroid\b/i,
  windows: /\b(?:windows|autopilot)\b/i,
  macos: /\b(?:macos|macs?|apple)\b/i,
  linux: /\blinux\b/i,
}

/** Words that stand in every text of Microsoft about Intune, or about any trouble: they say nothing. */
const ordinary: ReadonlySet<string> = new Set(
  'microsoft intune user users some may issue issues use uses device devices unable able'.split(' '),
)

/**
 * Incidents that a ticket may be about: begun by then, about its platform or none, with words of it in what Microsoft says of users. Never a
 * verdict; each with the words. Two words are asked for, or one where the platform is named too.
 */
export function incidentsFor(
  { words, platform, openedAt }: About,
  incidents: readonly Incident[],
): readonly { readonly incident: Incident; readonly because: readonly string[] }[] {
  return incidents
    .flatMap((incident) => {
      if (incident.startedAt !== null && hoursBetween(openedAt, incident.startedAt) > hoursEarly) return []
      const text = [incident.title, incident.impact, incident.feature].join('. ')
      const named = Object.keys(platformNames).filter((one) => platformNames[one]?.test(text))
      const fits = platform !== null && named.includes(platform)
      if (platform !== null && named.length > 0 && !fits) return []
      const shared = [...incident.words].filter(([word, written]) => words.has(word) && !ordinary.has(written))
      if (shared.length < (fits ? 1 : 2)) return []
      return [{ incident, because: shared.map(([word, written]) => words.get(word) ?? written), fits }]
    })
    .toSorted((one, other) => other.because.length + Number(other.fits) - (one.because.length + Number(one.fits)))
    .map(({ incident, because }) => ({ incident, because: because.slice(0, 4) }))
}

function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000
}
