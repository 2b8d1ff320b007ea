import type { RefusalWords } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'

/** Why a bridge refuses something, in the reader's words. */
export function useBridgeRefusals(): RefusalWords {
  const t = useWords('bridges')
  return (code, { body }) => (t.has(`refusals.${code}`) ? t.any(`refusals.${code}`, plain(body.data ?? {})) : null)
}

function plain(data: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
