import { Badge } from '@fluentui/react-components'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MailboxView } from '../../contract/mailbox-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { useReasonWords } from '../mail-words.ts'

export type HealthLineProps = {
  readonly health: MailboxView['incoming']
  /** What to say before the first success. */
  readonly never: string
}

/** How one way of a mailbox is doing: when it last worked, and what is wrong since. */
export function HealthLine({ health, never }: HealthLineProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const reasonWords = useReasonWords()
  const error = health !== null && health.failures > 0 ? health.lastError : null
  return (
    <>
      <span className={`${styles.row} ${styles.small}`}>
        {error ? (
          <Badge appearance="tint" color={health?.alarmSince ? 'danger' : 'warning'}>
            {t('health.failing')}
          </Badge>
        ) : (
          health && (
            <Badge appearance="tint" color="success">
              {t('health.works')}
            </Badge>
          )
        )}
        {health?.lastSuccessAt ? (
          <span className={styles.quiet}>
            {t('health.last')} <Time at={health.lastSuccessAt} form="both" />
          </span>
        ) : (
          <span className={styles.quiet}>{never}</span>
        )}
      </span>
      {error && (
        <span className={styles.small}>
          {reasonWords(error.code)} <span className={styles.answer}>{error.answer}</span>
        </span>
      )}
    </>
  )
}
