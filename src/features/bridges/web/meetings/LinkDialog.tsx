import { Input } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntent } from '#ui/api/intent.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { MeetingView } from '../../contract/answers.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

type Props = { readonly meeting: MeetingView; readonly open: boolean; readonly onClose: () => void }

/** Where this one meeting is held online, as somebody typed it. */
export function LinkDialog({ meeting, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const intent = useIntent()
  const before = meeting.linkByHand ? (meeting.meetingLink ?? '') : ''
  const [link, setLink] = useState(before)
  const given = link.trim()
  const isTakenAway = given === '' && before !== ''
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('link.title')}
      intro={t(meeting.standing ? 'link.introStanding' : 'link.introAdHoc')}
      primary={t(isTakenAway ? 'link.takeAway' : 'link.primary')}
      canSubmit={isTakenAway || (given !== before && isWebLink(given))}
      why={t('link.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await bridgeApi('POST /api/v1/bridges/meetings/:id/link', {
          params: { id: meeting.id },
          body: { version: meeting.version, meetingLink: given === '' ? null : given },
          key: intent.key(),
        })
        intent.done()
        toast({ text: t(isTakenAway ? 'link.takenAway' : 'link.done'), tone: 'success' })
        await queries.invalidateQueries({ queryKey: bridgeKey })
      }}
    >
      <FormField label={t('meeting.link')} {...(before === '' ? {} : { hint: t('link.emptyHint') })} required>
        <Input
          type="url"
          value={link}
          maxLength={4000}
          onChange={(_, { value }) => {
            setLink(value)
            intent.done()
          }}
        />
      </FormField>
    </MoveDialog>
  )
}

function isWebLink(link: string): boolean {
  return /^https?:$/.test(URL.parse(link)?.protocol ?? '')
}
