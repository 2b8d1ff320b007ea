import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { BoxRegular } from '@fluentui/react-icons/svg/box'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm'
import { CloudArrowUpRegular } from '@fluentui/react-icons/svg/cloud-arrow-up'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView } from '../../contract/answers.ts'

const icons: Readonly<Record<string, React.ReactElement>> = {
  opened: <CloudArrowUpRegular />,
  shown: <EyeRegular />,
  'hidden-again': <EyeRegular />,
  'packet-made': <BoxRegular />,
  'mail-came': <MailRegular />,
  'mail-sent': <MailRegular />,
  overdue: <ClockAlarmRegular />,
  answered: <CheckmarkRegular />,
  closed: <CheckmarkRegular />,
}

/** Who did what with the case, oldest first. */
export function CaseLog({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  return (
    <Timeline label={t('log.title')}>
      {view.log.map(({ at, by, what, details }, index) => (
        <TimelineItem
          key={index}
          at={at}
          icon={icons[what] ?? <ArrowSyncRegular />}
          who={by?.name ?? t('log.system')}
          title={t.any(`log.${what}`, {
            ...details,
            ...('form' in details ? { form: t.any(`case.forms.${details['form']}`) } : {}),
            ...('sha256' in details ? { sha256: String(details['sha256']).slice(0, 12) } : {}),
          })}
        />
      ))}
    </Timeline>
  )
}
