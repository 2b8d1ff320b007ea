import { type Attempt, useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { RoomView } from '../../contract/room.ts'
import { useShowRoom } from './room-queries.ts'

/** Does something in the room, and shows the room as it then is. */
export function useRoomAttempt(id: string): {
  readonly working: boolean
  readonly attempt: (deed: () => Promise<RoomView>) => ReturnType<Attempt['attempt']>
} {
  const { working, attempt } = useAttempt(useRefusals('bridges'))
  const show = useShowRoom(id)
  return { working, attempt: (deed) => attempt(async () => show(await deed())) }
}
