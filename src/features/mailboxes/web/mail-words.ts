import { useWords } from '#ui/words/words.ts'

/** Why a mail was set aside, held back or not sent, in a sentence. */
export function useReasonWords(): (reason: string | null) => string {
  const t = useWords('mailboxes')
  return (reason) => {
    if (reason === null) return ''
    return t.has(`reason.${reason}`) ? t.any(`reason.${reason}`) : t('reason.refused', { code: reason })
  }
}
