import type { Bridge } from '../../domain/document/involvement.ts'
import type { PlanWords } from './plan-words.ts'

/** A figure at which a bridge may stop: “Solved at tier 1 (%): at least 60 over 14 days”. */
export function exitFigureText(one: Bridge['exitWhen'][number], t: PlanWords['t']): string {
  const needed = t(`comparisons.${one.comparison}`, { threshold: one.threshold })
  return t('readiness.sentenceAll', {
    figure: t(`bridgeExitFigures.${one.figure}`),
    needed: t('involvement.exitNeeded', { needed, count: one.days }),
  })
}
