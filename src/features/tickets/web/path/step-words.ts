import { useNow } from '#ui/time/now.ts'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { type Step, type StepFacts, vendorMinutes } from './path-facts.ts'

/** How long a ticket was at a step: support hours of a tier and what of them was waiting, or elapsed time of a vendor. */
export function useStepTime(shown: DeskTicket): (step: Step) => readonly string[] {
  const t = useWords('tickets')
  const duration = useDuration()
  const now = useNow()
  return ({ kind, tier, state, supportMinutes, waitingMinutes }) => {
    if (kind === 'vendor') return [duration(vendorMinutes(shown, tier, now), true)]
    if (supportMinutes === 0 && (state === 'ahead' || state === 'offered')) return []
    const waited = Math.round(waitingMinutes)
    return [
      duration(Math.round(supportMinutes)),
      ...(waited < 1 ? [] : [t('path.waited', { time: duration(waited) })]),
    ]
  }
}

export function useUnderWords(): (under: StepFacts['under']) => readonly string[] {
  const t = useWords('tickets')
  return (under) => {
    if (under === null) return []
    if (under.what === 'caseNumber') return [t('state.caseNumber', { number: under.number })]
    return [`${under.what === 'tookNote' ? '✓ ' : ''}${t(`path.${under.what}`)}`]
  }
}
