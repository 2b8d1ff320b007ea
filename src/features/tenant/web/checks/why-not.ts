import { useWords } from '#ui/words/words.ts'
import type { CheckView } from '../../contract/tenant-view.ts'

/** Why a check did not work, and what mends it; Microsoft's number at sign-in says more than its code. */
export function useWhyNot(): (check: Pick<CheckView, 'code' | 'answer'>) => string {
  const t = useWords('tenant')
  return ({ code, answer }) => {
    const number = code === 'sign-in-refused' ? /\b(?:AADSTS)?(\d{5,7})\b/.exec(answer ?? '')?.[1] : undefined
    const exact = number === undefined ? null : `signIn.${number}`
    if (exact !== null && t.has(exact)) return t.any(exact)
    return t.has(`why.${code}`) ? t.any(`why.${code}`) : t('why.other')
  }
}
