import { Badge } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { PauseRegular } from '@fluentui/react-icons/svg/pause'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useWords } from '#ui/words/words.ts'
import type { WaveMailView } from '../../contract/communication.ts'

/** Whether a mail may go, in a word. */
export function MailState({ mail }: { readonly mail: WaveMailView }) {
  const t = useWords('rollout')
  if (mail.paused)
    return (
      <Badge appearance="tint" color="warning" icon={<PauseRegular />}>
        {t('mails.states.paused')}
      </Badge>
    )
  if (mail.approved)
    return (
      <Badge appearance="tint" color="success" icon={<CheckmarkRegular />}>
        {t('mails.states.approved')}
      </Badge>
    )
  if (mail.problems.length > 0)
    return (
      <Badge appearance="tint" color="danger" icon={<WarningRegular />}>
        {t('mails.states.problems')}
      </Badge>
    )
  return (
    <Badge appearance="tint" color="informative" icon={<EditRegular />}>
      {t('mails.states.draft')}
    </Badge>
  )
}
