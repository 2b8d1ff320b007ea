import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { saidUnread } from '#features/devices/domain/said.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Reading } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

/** How old the enrollments on this page are, and why they are not newer. */
export function EnrollmentsRead({ reading: { readAt, failed } }: { readonly reading: Reading }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  if (failed === null) {
    if (readAt === null) return null
    return (
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t('waves.readAt')} <Time at={readAt} form="both" />
      </p>
    )
  }
  const why = saidUnread(t.language, failed)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t(readAt === null ? 'waves.neverUnread' : 'waves.unread', { why })}{' '}
        {readAt !== null && <Time at={readAt} />}
      </MessageBarBody>
    </MessageBar>
  )
}
