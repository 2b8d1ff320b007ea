import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import { useWords } from '#ui/words/words.ts'
import type { BurstView } from '../../contract/causes.ts'

/** What the plan calls its categories and waves, in the reader's language. */
export function usePlanWords() {
  const { language } = useWords('triage')
  const plan = useQuery(published).data?.document
  const waves = plan?.involvement.phases.flatMap((phase) => phase.waves) ?? []
  return {
    plan,
    waves,
    category: (key: string) => plan?.process.categories.find((one) => one.key === key)?.name[language] ?? key,
    wave: (key: string) => waves.find((one) => one.key === key)?.name[language] ?? key,
  }
}

/** A code of eight hexadecimal signs as people see it. */
export function spelled(code: string): string {
  return /^[0-9A-F]{8}$/.test(code) ? `0x${code}` : code
}

/** What the tickets of a burst have in common, short enough for a title. */
export function useBurstWords(): (burst: Pick<BurstView, 'kind' | 'values'>) => string {
  const t = useWords('triage')
  const names = usePlanWords()
  return ({ kind, values }) => {
    const of = (key: string) => values[key] ?? ''
    const platform = of('platform') === '' ? '' : t.any(`platforms.${of('platform')}`)
    return t.any(
      `bursts.common.${kind}${platform === '' && (kind === 'category' || kind === 'failure') ? 'Only' : ''}`,
      {
        issue: of(t.language),
        code: spelled(of('code')),
        failure: of('failure'),
        words: of('words'),
        category: names.category(of('category')),
        wave: names.wave(of('wave')),
        platform,
      },
    )
  }
}
