import { useState } from 'react'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { RoomView } from '../../contract/room.ts'
import { useShowRoom } from './room-queries.ts'

/** Does something in the room at the press of a button, and says why when it cannot be done. */
export function useAttempt(id: string): {
  readonly working: boolean
  readonly attempt: (deed: () => Promise<RoomView | undefined>) => Promise<void>
} {
  const [working, setWorking] = useState(false)
  const show = useShowRoom(id)
  const toast = useToast()
  const say = useProblemText(useRefusals('bridges'))
  return {
    working,
    attempt: async (deed) => {
      setWorking(true)
      try {
        const room = await deed()
        if (room) show(room)
      } catch (error) {
        toast({ text: say(error).sentence, tone: 'error' })
      } finally {
        setWorking(false)
      }
    },
  }
}
