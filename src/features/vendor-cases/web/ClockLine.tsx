import { Badge } from '@fluentui/react-components'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseLine } from '../contract/answers.ts'
import { useCaseStyles } from './case-styles.ts'

const colours = { open: 'brand', answered: 'success', closed: 'informative' } as const

export function StateBadge({ of: { state, supplier } }: { readonly of: Pick<CaseLine, 'state' | 'supplier'> }) {
  const t = useWords('vendor-cases')
  return (
    <Badge appearance="tint" color={colours[state]} style={{ justifySelf: 'start' }}>
      {t(`states.${state}`, { supplier })}
    </Badge>
  )
}

type Props = { readonly of: Pick<CaseLine, 'clock' | 'supplier' | 'next'>; readonly responded?: boolean }

/** Whose turn it is and until when; what is late stands out. */
export function ClockLine({ of: { clock, supplier, next }, responded = false }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  if (clock.is === 'over') return <span className={styles.quiet}>{t('clock.over')}</span>
  if (clock.is === 'late') {
    return (
      <span className={styles.late}>
        {t(clock.who === 'vendor' ? 'clock.vendorLate' : 'clock.usLate', { supplier })}{' '}
        <Time at={clock.since} quiet />
      </span>
    )
  }
  if (clock.until === null)
    return <span>{t(clock.for === 'vendor' ? 'clock.vendor' : 'clock.us', { supplier })}</span>
  const vendors = responded || next.what !== '' ? 'clock.nextBy' : 'clock.answerBy'
  return (
    <span>
      {t(clock.for === 'vendor' ? vendors : 'clock.usBy', { supplier })} <Time at={clock.until} quiet />
    </span>
  )
}
