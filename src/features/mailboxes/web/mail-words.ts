import type { RefusalWords } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'

/** The words of this feature for its refusals; null for codes of others. */
export function useRefusalWords(): RefusalWords {
  const t = useWords('mailboxes')
  return (code) => (t.has(`refusals.${code}`) ? t.any(`refusals.${code}`) : null)
}

/** Why a mail was set aside, held back or not sent, in a sentence. */
export function useReasonWords(): (reason: string | null) => string {
  const t = useWords('mailboxes')
  return (reason) => {
    if (reason === null) return ''
    return t.has(`reason.${reason}`) ? t.any(`reason.${reason}`) : t('reason.refused', { code: reason })
  }
}
