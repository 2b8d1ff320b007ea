import { useState } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'

/** What the server found wrong with what was typed, by field; asked anew with every sending. */
export function useFieldProblems() {
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map())
  const sending = async (send: () => Promise<unknown>): Promise<void> => {
    setWrong(new Map())
    try {
      await send()
    } catch (error) {
      if (error instanceof ApiProblem)
        setWrong(new Map(error.fields.map(({ field, message }) => [field, message])))
      throw error
    }
  }
  return { wrong, sending }
}
