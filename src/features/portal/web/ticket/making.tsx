import { type ReactNode, useState } from 'react'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import type { OwnMove } from '../queries.ts'

/** Makes a move at the press of a button: busy meanwhile, and with the refusal in place. True when it was made. */
export function useMaking(make: (move: OwnMove) => Promise<void>): {
  readonly working: boolean
  readonly problem: ReactNode
  readonly run: (move: OwnMove) => Promise<boolean>
} {
  const say = useProblemText()
  const [working, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (move: OwnMove) => {
    setWorking(true)
    setError(null)
    try {
      await make(move)
      return true
    } catch (cause) {
      setError(cause)
      return false
    } finally {
      setWorking(false)
    }
  }
  const problem = error === null ? null : <Alert>{say(error).sentence}</Alert>
  return { working, problem, run }
}
