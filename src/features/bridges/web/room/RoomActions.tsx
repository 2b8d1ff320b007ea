import { Button } from '@fluentui/react-components'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RoomView } from '../../contract/room.ts'
import type { RoomScene } from '../../domain/room/rights.ts'
import * as rights from '../../domain/room/rights.ts'
import { bridgeApi } from '../queries.ts'
import { useRoomStyles } from './room-styles.ts'
import type { useRoomAttempt } from './use-room-attempt.ts'

type Props = {
  readonly room: RoomView
  readonly scene: RoomScene
  readonly working: boolean
  readonly attempt: ReturnType<typeof useRoomAttempt>['attempt']
  readonly onNext: () => void
  readonly onEnd: () => void
}

/** The next step of the meeting for the one who looks: join, begin, next item, end, minutes. */
export function RoomActions({ room, scene, working, attempt, onNext, onEnd }: Props) {
  const t = useWords('bridges')
  const styles = useRoomStyles()
  const { meeting, agenda } = room
  const params = { id: meeting.id }
  if (meeting.state === 'ended')
    return (
      <ButtonLink to={`/bridge/${meeting.id}/minutes`} appearance="primary">
        {t(room.minutes?.sentAt ? 'room.openMinutes' : 'room.writeMinutes')}
      </ButtonLink>
    )
  if (!scene.isPresent) {
    if (rights.join(scene) !== null) return null
    const join = async () => {
      await bridgeApi('PUT /api/v1/bridges/meetings/:id/presence', { params })
      return bridgeApi('GET /api/v1/bridges/meetings/:id/room', { params })
    }
    return (
      <Button appearance="primary" disabledFocusable={working} onClick={() => void attempt(join)}>
        {t('room.join')}
      </Button>
    )
  }
  if (meeting.state === 'planned') {
    const refusal = rights.begin(scene)
    if (refusal) {
      const values = 'minutes' in refusal ? { minutes: refusal.minutes } : {}
      return <span className={styles.quiet}>{t.any(`refusals.${refusal.code}`, values)}</span>
    }
    const begin = () => bridgeApi('POST /api/v1/bridges/meetings/:id/begin', { params })
    return (
      <Button appearance="primary" disabledFocusable={working} onClick={() => void attempt(begin)}>
        {t('room.begin')}
      </Button>
    )
  }
  if (rights.host(scene) !== null) return null
  const onTable = agenda.some(({ state }) => state === 'on-table')
  const left = agenda.some(({ state }) => state === 'waiting')
  return (
    <>
      {(onTable || left) && (
        <Button appearance="primary" disabledFocusable={working} onClick={onNext}>
          {t(!onTable ? 'room.firstItem' : left ? 'room.doneNext' : 'room.doneItem')}
        </Button>
      )}
      <Button appearance={onTable || left ? 'secondary' : 'primary'} onClick={onEnd}>
        {t('room.end.label')}
      </Button>
    </>
  )
}
