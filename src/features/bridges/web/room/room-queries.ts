import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import { type GivenMove, ticketNumbered } from '#features/tickets/web/queries.ts'
import { useLive } from '#ui/live/live.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import type { RoomView } from '../../contract/room.ts'
import type { RoomScene } from '../../domain/room/rights.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

export const roomOf = (id: string) =>
  queryOptions({
    queryKey: [...bridgeKey, 'room', id],
    queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/meetings/:id/room', { params: { id }, signal }),
    // Who went silent shows within a minute even if nothing else happens.
    refetchInterval: 60_000,
  })

/** Many changes at once are one look at the server; whoever only looks on spreads theirs over more than a second. */
const gatherMs = { takingPart: 80, lookingOn: 1_500 }

/** Keeps the room as it is, without a thousand who look on asking in the same moment. */
export function useLiveRoom(id: string, takesPart: boolean): void {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )
  /** Without a subject something was missed. */
  const look = (subject: string | null) => {
    if ((subject !== null && subject !== id) || timer.current) return
    const ms = takesPart ? gatherMs.takingPart : Math.random() * gatherMs.lookingOn
    timer.current = setTimeout(() => {
      timer.current = null
      void queries.invalidateQueries({ queryKey: roomOf(id).queryKey })
    }, ms)
  }
  useLive('bridge-room', ({ subject }) => look(subject))
  useLive('bridge', ({ subject }) => look(subject))
}

/** Shows the room as the server answered it. */
export function useShowRoom(id: string): (room: RoomView) => void {
  const queries = useQueryClient()
  return useCallback((room) => queries.setQueryData(roomOf(id).queryKey, room), [queries, id])
}

/** A move on the ticket that lies on the table: by the room, which knows who is there. */
export function useMoveInRoom(meetingId: string, shown: DeskTicket): (move: GivenMove) => Promise<void> {
  const queries = useQueryClient()
  const { id: ticketId, version } = shown.ticket
  return useCallback(
    async (move) => {
      const answer = await bridgeApi('POST /api/v1/bridges/meetings/:id/tickets/:ticketId/moves', {
        params: { id: meetingId, ticketId },
        body: { version, move },
      })
      queries.setQueryData(ticketNumbered(answer.number).queryKey, answer)
      await queries.invalidateQueries({ queryKey: roomOf(meetingId).queryKey })
    },
    [meetingId, ticketId, version, queries],
  )
}

/** What the one who looks at the page may do, by the rules of the server. */
export function useScene(room: RoomView): RoomScene {
  const me = useSignedIn()
  const { meeting, present } = room
  const actor: PersonActor = {
    kind: 'person',
    personId: me.id,
    roles: me.roles as readonly Role[],
    teams: me.teams.map(({ team }) => team),
    leads: me.teams.filter(({ isLead }) => isLead).map(({ team }) => team),
    certifications: [],
  }
  const { host, scribe, standing, called, cancelled, ...plain } = meeting
  return {
    meeting: {
      ...{ ...plain, standing, planVersionId: '', hostId: host?.id ?? null, scribeId: scribe?.id ?? null },
      called: called && { ...called, by: called.by?.id ?? null },
      cancelled: cancelled && { ...cancelled, by: cancelled.by?.id ?? null },
    },
    actor,
    isPresent: present.some(({ id }) => id === me.id),
    hostIsPresent: present.some(({ id }) => id === host?.id),
    at: new Date().toISOString(),
  }
}
