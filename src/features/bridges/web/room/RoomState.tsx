import { Button } from '@fluentui/react-components'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RoomView } from '../../contract/room.ts'
import { useRoomStyles } from './room-styles.ts'

type Props = {
  readonly room: RoomView
  readonly isPresent: boolean
  /** Asks for the link; null: that is not theirs to say. */
  readonly onLink: (() => void) | null
}

/** How the meeting stands, in a line; whoever only looks on is told so. */
export function RoomState({ room, isPresent, onLink }: Props) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const { meeting } = room
  const at = meeting.state === 'ended' ? meeting.endedAt : (meeting.beganAt ?? meeting.startsAt)
  return (
    <span className={shared.row}>
      <span>
        {t(`room.is.${meeting.state}`)} <Time at={at ?? meeting.startsAt} />
      </span>
      {meeting.called && meeting.called.words !== '' && (
        <span dir="auto" className={shared.wrap}>
          {meeting.called.words}
        </span>
      )}
      {meeting.meetingLink && (
        <a href={meeting.meetingLink} target="_blank" rel="noreferrer">
          {t('room.meetingLink')}
        </a>
      )}
      {onLink && (
        <Button size="small" appearance={meeting.meetingLink ? 'subtle' : 'secondary'} onClick={onLink}>
          {t(meeting.meetingLink ? 'link.change' : 'link.put')}
        </Button>
      )}
      {meeting.state !== 'ended' && meeting.state !== 'cancelled' && (
        <span>{t(isPresent ? 'room.youTakePart' : 'room.youLookOn')}</span>
      )}
    </span>
  )
}
