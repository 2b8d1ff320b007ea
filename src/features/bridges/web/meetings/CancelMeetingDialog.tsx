import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MeetingView } from '../../contract/answers.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

type Props = { readonly meeting: MeetingView; readonly open: boolean; readonly onClose: () => void }

export function CancelMeetingDialog({ meeting, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const now = useNow()
  const reader = useReader()
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('cancel.title')}
      text={t('cancel.text', {
        name: meeting.name[t.language],
        when: dayAndTime(meeting.startsAt, now, reader),
      })}
      primary={t('cancel.primary')}
      danger
      refusalWords={refusalWords}
      onConfirm={async () => {
        await bridgeApi('POST /api/v1/bridges/meetings/:id/cancel', {
          params: { id: meeting.id },
          body: { version: meeting.version },
        })
        toast({ text: t('cancel.done'), tone: 'success' })
        await queries.invalidateQueries({ queryKey: bridgeKey })
      }}
    />
  )
}
