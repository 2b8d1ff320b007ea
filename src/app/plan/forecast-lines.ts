import type { Forecast } from '#features/forecast/domain/forecast.ts'
import type { Band } from '#features/forecast/domain/estimate/band.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** A forecast for a terminal: a line for each tier, wave and break. */
export function forecastLines(
  forecast: Forecast,
  plan: SupportPlan,
  language: 'nl' | 'en',
  translate: Translate,
): readonly string[] {
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    translate(language, `forecast:terminal.${key}`, values)
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 })
  const say = ({ mean, low, high }: Band, by = 1) => {
    if (mean === null) return '–'
    const [middle, ...ends] = [mean, low ?? mean, high ?? mean].map((one) => number.format(one * by))
    return ends.every((end) => end === middle) ? `${middle}` : `${middle} (${ends.join('–')})`
  }
  const percent = (share: number) => number.format(share * 100)
  const names = new Map(
    plan.involvement.phases.flatMap(({ waves }) => waves).map((wave) => [wave.key, wave.name[language]]),
  )
  return [
    t('head', { replications: forecast.replications, seed: forecast.seed, level: percent(forecast.level) }),
    ...forecast.tiers.map((tier, index) => {
      if (tier.arrivalsPerHour.mean === 0) return t('idle', { tier: tier.tier, agents: say(tier.agents) })
      return t('tier', {
        tier: tier.tier,
        arrivals: say(tier.arrivalsPerHour),
        load: say(tier.offeredLoadErlang),
        agents: say(tier.agents),
        utilisation: say(tier.utilisation, 100),
        waiting: say(tier.probabilityOfWaiting, 100),
        mean: say(tier.meanWaitMinutes),
        p50: say(tier.waitMinutesP50),
        p90: say(tier.waitMinutesP90),
        inTime: say(forecast.attainment.tiers[index]?.acknowledge ?? { mean: null, low: null, high: null }, 100),
      })
    }),
    ...forecast.waves.map(({ wave, light, holds }) =>
      t(`wave.${light}`, { wave: names.get(wave) ?? wave, holds: percent(holds), goal: percent(forecast.goal) }),
    ),
    ...forecast.breaks
      .filter(({ share }) => share > 0)
      .map(({ tier, share, day }) =>
        t('breaks', {
          tier,
          share: percent(share),
          goal: percent(forecast.goal),
          day: day.middle ?? '',
          low: day.low ?? '',
          high: day.high ?? '',
        }),
      ),
  ]
}
