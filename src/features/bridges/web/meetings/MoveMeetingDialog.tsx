import { Input } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fromLocalMoment, toLocalMoment } from '#features/tickets/web/moves/local-moment.ts'
import { useIntent } from '#ui/api/intent.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MeetingView } from '../../contract/answers.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

type Props = { readonly meeting: MeetingView; readonly open: boolean; readonly onClose: () => void }

/** This one meeting at another time. */
export function MoveMeetingDialog({ meeting, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const intent = useIntent()
  const [at, setAt] = useState(() => toLocalMoment(new Date(meeting.startsAt)))
  const moment = fromLocalMoment(at)
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('move.title')}
      intro={t('move.intro')}
      primary={t('move.primary')}
      canSubmit={moment !== null && moment !== meeting.startsAt && moment > new Date().toISOString()}
      why={t('move.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await bridgeApi('POST /api/v1/bridges/meetings/:id/move', {
          params: { id: meeting.id },
          body: { version: meeting.version, startsAt: moment ?? '' },
          key: intent.key(),
        })
        intent.done()
        toast({ text: t('move.done'), tone: 'success' })
        await queries.invalidateQueries({ queryKey: bridgeKey })
      }}
    >
      <FormField label={t('move.at')} required>
        <Input
          type="datetime-local"
          value={at}
          onChange={(_, { value }) => {
            setAt(value)
            intent.done()
          }}
        />
      </FormField>
    </MoveDialog>
  )
}
