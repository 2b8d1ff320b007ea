import { useNow } from '#ui/time/now.ts'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { type Step, vendorMinutes } from './path-facts.ts'

/** How long a ticket was at a step: support hours of a tier with what of them was waiting, and elapsed time of a vendor. */
export function useStepMinutes(shown: DeskTicket): (step: Step) => string {
  const t = useWords('tickets')
  const duration = useDuration()
  const now = useNow()
  return ({ kind, tier, supportMinutes, waitingMinutes }) => {
    if (kind === 'vendor') return duration(vendorMinutes(shown, tier, now), true)
    const spent = duration(Math.round(supportMinutes))
    const waited = Math.round(waitingMinutes)
    return waited < 1 ? spent : `${spent}, ${t('path.waited', { time: duration(waited) })}`
  }
}
