import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { PauseRegular } from '@fluentui/react-icons/svg/pause'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { useInvolvementStyles } from '../involvement-styles.ts'
import type { OneMail } from './use-mail-actions.ts'

const icons = {
  changed: <EditRegular />,
  lesson: <LightbulbRegular />,
  approved: <CheckmarkRegular />,
  withdrawn: <ArrowUndoRegular />,
  paused: <PauseRegular />,
  resumed: <PlayRegular />,
  reset: <ArrowUndoRegular />,
} as const

/** Who wrote, approved or held the mail, newest first. */
export function MailHistory({ one: { changes } }: { readonly one: OneMail }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  if (changes.length === 0) return <p className={styles.plain}>{t('mails.noHistory')}</p>
  return (
    <Timeline label={t('mails.history')}>
      {changes.map(({ id, at, by, what }) => (
        <TimelineItem
          key={id}
          at={at}
          who={by.name}
          title={t(`mails.changes.${what}`)}
          icon={icons[what]}
          {...(what === 'approved' ? { tone: 'success' } : {})}
        />
      ))}
    </Timeline>
  )
}
