import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { heartbeatSeconds } from '../../domain/room/presence.ts'
import { bridgeApi } from '../queries.ts'
import { roomOf } from './room-queries.ts'

/** Says that one is still there, as long as the page is open and one has joined. */
export function usePresence(id: string, isPresent: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isPresent) return
    const say = () => {
      bridgeApi('PUT /api/v1/bridges/meetings/:id/presence', { params: { id } }).catch(() => {
        // The meeting has ended, or the server is away: the room says which.
        void queries.invalidateQueries({ queryKey: roomOf(id).queryKey })
      })
    }
    const beat = setInterval(say, heartbeatSeconds * 1000)
    // A page that slept has missed its beats.
    const wake = () => document.visibilityState === 'visible' && say()
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearInterval(beat)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [id, isPresent, queries])
}
