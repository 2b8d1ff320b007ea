import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { answerOf, shortfall } from '../domain/estimate/answer.ts'
import type { NeededInTier } from '../domain/estimate/needed.ts'
import type { Forecast } from '../domain/forecast.ts'
import type { ForecastWords } from './words.ts'

/** The one line that answers the question, in words. */
export function answerText({ t, day, tier, wave }: ForecastWords, plan: SupportPlan, forecast: Forecast): string {
  const answer = answerOf(forecast)
  if (answer.code === 'no-waves') return t('answer.noWaves')
  if (answer.code === 'holds') return t('answer.holds', { count: answer.waves })
  const red = answer.light === 'red'
  const start = t(red ? 'answer.red' : 'answer.amber', { wave: wave(plan, answer.wave) })
  const why =
    answer.code === 'tier-breaks'
      ? t('answer.breaks', { tier: tier(plan, answer.tier), day: day(answer.day), years: answer.years })
      : answer.tier === null
        ? t('answer.unresolved', { years: answer.years })
        : t('answer.misses', { tier: tier(plan, answer.tier), years: answer.years })
  return `${start} ${why}`
}

/**
 * What would make it hold. `proof` is the forecast with those people; without it only how many are short is known.
 */
export function remedyText(
  { t, tier, list, wave }: ForecastWords,
  plan: SupportPlan,
  needed: readonly NeededInTier[],
  proof: Forecast | null,
): string | null {
  const short = shortfall(needed)
  if (short.length === 0 || short.some(({ more }) => more === null)) return t('answer.peopleDoNotHelp')
  if (!proof) return null
  const people = list(
    short.map(({ tier: level, more }) => t('answer.more', { count: more ?? 0, tier: tier(plan, level) })),
  )
  const after = answerOf(proof)
  if (after.code === 'holds') return t('answer.remedy', { people })
  if (after.code === 'misses' && after.tier === null) return t('answer.remedyFails', { people })
  return t('answer.remedyNotEnough', { people, wave: 'wave' in after ? wave(plan, after.wave) : '' })
}
