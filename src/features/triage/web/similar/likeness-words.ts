import { useWords } from '#ui/words/words.ts'
import type { LikenessAnswer } from '../../contract/similar.ts'
import { spelled, usePlanWords } from '../causes/burst-words.ts'

/** Why one ticket is like another, in a few words. */
export function useLikenessWords(): (likeness: LikenessAnswer) => string {
  const t = useWords('triage')
  const names = usePlanWords()
  return (likeness) => {
    switch (likeness.kind) {
      case 'code':
        return t('similar.because.code', { codes: likeness.codes.map(spelled).join(', ') })
      case 'issue':
        return t('similar.because.issue')
      case 'failure':
        return t('similar.because.failure', { failure: likeness.failure })
      case 'words':
        return t('similar.because.words', { words: likeness.words.join(', ') })
      case 'model':
        return t('similar.because.model', { model: likeness.model })
      case 'category':
        return t('similar.because.category', { category: names.category(likeness.category) })
      case 'platform':
        return t('similar.because.platform', { platform: t.any(`platforms.${likeness.platform}`) })
      case 'wave':
        return t('similar.because.wave', { wave: names.wave(likeness.wave) })
      case 'requester':
        return t('similar.because.requester')
    }
  }
}
