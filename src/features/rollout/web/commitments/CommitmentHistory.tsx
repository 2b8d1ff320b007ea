import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'
import type { z } from 'zod'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CommitmentChange } from '../../contract/commitments.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const icons = {
  added: <AddRegular />,
  owner: <PersonRegular />,
  begun: <PlayRegular />,
  shown: <DocumentEditRegular />,
  met: <CheckmarkRegular />,
  waived: <SubtractCircleRegular />,
  reopened: <ArrowUndoRegular />,
  due: <CalendarRegular />,
} as const
const tones = { met: 'success', waived: 'warning', reopened: 'warning' } as const

/** What happened to a commitment, newest first. */
export function CommitmentHistory({ changes }: { readonly changes: readonly z.infer<typeof CommitmentChange>[] }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { day } = usePlanWords()
  if (changes.length === 0) return <p className={styles.plain}>{t('commitments.noHistory')}</p>
  return (
    <Timeline label={t('commitments.history')}>
      {changes.map(({ id, at, by, what, words }) => (
        <TimelineItem
          key={id}
          at={at}
          who={by?.name ?? 'Tierwise'}
          title={
            what === 'owner'
              ? words === null
                ? t('commitments.changes.noOwner')
                : t('commitments.changes.owner', { name: words })
              : what === 'due'
                ? t('commitments.changes.due', { day: day(words ?? '') })
                : t(`commitments.changes.${what}`)
          }
          icon={icons[what]}
          {...(what in tones ? { tone: tones[what as keyof typeof tones] } : {})}
        >
          {words !== null && what !== 'owner' && what !== 'due' && <PlainText text={words} />}
        </TimelineItem>
      ))}
    </Timeline>
  )
}
