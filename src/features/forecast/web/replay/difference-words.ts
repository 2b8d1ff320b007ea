import type { Platform } from '#features/plan/domain/document/text.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { ReplayDifference } from '../../contract/replay.ts'
import type { ForecastWords } from '../words.ts'

/** What the two plans call things; what the one does not have, the other may. */
export type ReplayNames = {
  readonly tier: (level: number | null) => string
  readonly key: (key: string) => string
  readonly priority: (priority: number | string | null) => string
}

export function replayNames({ t }: ForecastWords, plans: readonly SupportPlan[]): ReplayNames {
  const { language } = t
  const named = (find: (plan: SupportPlan) => { readonly name: SupportPlan['name'] } | null | undefined) => {
    for (const plan of plans) {
      const found = find(plan)
      if (found) return found.name[language]
    }
    return null
  }
  const items = (plan: SupportPlan) => plan.process.edges.flatMap((edge) => edge.evidence)
  return {
    tier: (level) =>
      level === null
        ? t('table.nothing')
        : (named(({ teams }) =>
            [...teams.tiers, ...(teams.vendor ? [teams.vendor] : [])].find((one) => one.level === level),
          ) ?? t('replay.tier', { tier: level })),
    key: (key) =>
      named((plan) => items(plan).find((item) => item.key === key)) ??
      named((plan) => plan.process.categories.find((one) => one.key === key)) ??
      named((plan) => plan.teams.vendor?.severities.find((one) => one.key === key)) ??
      (isPlatform(key) ? t(`platforms.${key}`) : key),
    priority: (priority) => {
      const name = plans[0]?.process.priorityNames[Number(priority) as 1 | 2 | 3 | 4]
      return name ? name[language] : String(priority)
    },
  }
}

function isPlatform(key: string): key is Platform {
  return ['ios', 'android', 'windows', 'macos', 'linux'].includes(key)
}

export function targetName(
  { t }: ForecastWords,
  names: ReplayNames,
  { target, tier }: Pick<ReplayDifference, 'tier'> & { readonly target: NonNullable<ReplayDifference['target']> },
): string {
  const own = t(`replay.targets.${target}`)
  return tier === null ? own : t('replay.targetIn', { target: own, tier: names.tier(tier) })
}

/** One difference as a sentence. */
export function differenceText(
  words: ForecastWords,
  names: ReplayNames,
  moment: (at: string) => string,
  difference: ReplayDifference,
): string {
  const { t } = words
  const { kind, tier, to, target, keys } = difference
  if (kind === 'mode') return t.any(`replay.differences.mode-${String(difference.now)}`)
  const value = (given: string | number | null) => {
    if (kind === 'priority') return names.priority(given)
    if (typeof given === 'number') return names.tier(given)
    return given !== null && momentLike.test(given) ? moment(given) : t('table.nothing')
  }
  const text = t.any(`replay.differences.${kind}`, {
    tier: names.tier(tier),
    to: names.tier(to),
    keys: words.list(keys.filter((key) => key !== '').map(names.key)),
    target: target === null ? '' : targetName(words, names, { target, tier }),
    was: value(difference.was),
    now: value(difference.now),
  })
  return text.charAt(0).toLocaleUpperCase(t.language) + text.slice(1)
}

const momentLike = /^\d{4}-\d\d-\d\dT/
