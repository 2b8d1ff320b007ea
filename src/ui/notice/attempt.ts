import { useState } from 'react'
import { type RefusalWords, useProblemText } from '../page/problem-text.ts'
import { useToast } from './Notices.tsx'

export type Attempt = {
  readonly working: boolean
  /** True when it was done; `after` follows either way, as what is shown may be old where it was refused. */
  readonly attempt: (deed: () => Promise<unknown>, after?: () => Promise<unknown>) => Promise<boolean>
}

/** Does something at the press of a button; why it cannot be done is told in a notice. */
export function useAttempt(refusalWords?: RefusalWords): Attempt {
  const [working, setWorking] = useState(false)
  const toast = useToast()
  const say = useProblemText(refusalWords)
  return {
    working,
    attempt: async (deed, after) => {
      setWorking(true)
      try {
        await deed()
        return true
      } catch (error) {
        toast({ text: say(error).sentence, tone: 'error' })
        return false
      } finally {
        await after?.()
        setWorking(false)
      }
    },
  }
}
