import { useWords } from '#ui/words/words.ts'
import type { CandidateView } from './candidate-queries.ts'

type Reason = CandidateView['reasons'][number]

/** What speaks for a candidate, as a sentence. `name` is the requester's. */
export function useReasonWords(name: string): (reason: Reason) => string {
  const t = useWords('triage')
  return (reason) => {
    switch (reason.kind) {
      case 'code':
        return t(`reasons.code.${reason.place}`, { code: reason.code, name })
      case 'failure':
        return reason.reason === null
          ? t('reasons.failure', { category: categoryOf(reason.category) })
          : t('reasons.failureReason', { category: categoryOf(reason.category), reason: reason.reason })
      case 'words':
        return reason.found.length === 0
          ? t('reasons.wordsOnly')
          : t('reasons.words', { words: reason.found.slice(0, 4).join(', ') })
      case 'platform':
        return t(`reasons.platform.${reason.by}`, { platform: t(`platforms.${reason.platform}`), name })
      case 'other-platform':
        return t('reasons.otherPlatform', { platform: t(`platforms.${reason.platform}`) })
      case 'area':
        return t('reasons.area')
      case 'record':
        return reason.inWave > 0
          ? t('reasons.recordInWave', { helped: reason.helped, tried: reason.tried, inWave: reason.inWave })
          : t('reasons.record', { helped: reason.helped, tried: reason.tried })
      case 'not-helped-here':
        return t('reasons.notHelpedHere')
    }
  }

  function categoryOf(category: string): string {
    return t.has(`failures.${category}`) ? t.any(`failures.${category}`) : category
  }
}
