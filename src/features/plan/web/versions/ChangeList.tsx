import { makeStyles, tokens } from '@fluentui/react-components'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { changeSentence } from '../../domain/versions/diff/change-sentence.ts'
import { type PlanChange, planParts } from '../../domain/versions/diff/plan-change.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { useChangeWords } from '../words/change-words.ts'
import { usePlanWords } from '../words/plan-words.ts'

const useStyles = makeStyles({
  list: { maxWidth: '76ch', overflowWrap: 'anywhere' },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
})

type Props = {
  readonly changes: readonly PlanChange[]
  /** Where the plan after the changes can be read; the chapter is added. */
  readonly to?: string
  readonly heading: 'h2' | 'h3'
}

/** What changed, chapter by chapter, in sentences. */
export function ChangeList({ changes, to, heading: Heading }: Props) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const plan = usePlanStyles()
  const words = useChangeWords()
  if (changes.length === 0) return <p className={plan.plain}>{t('compare.same')}</p>
  return planParts.flatMap((part) => {
    const own = changes.filter((change) => change.part === part)
    if (own.length === 0) return []
    const title = part === 'plan' ? t('general.title') : t(`chapters.${part}`)
    return (
      <section key={part} className={plan.tight} aria-label={title}>
        <div className={styles.heading}>
          <Heading className={plan.heading}>{title}</Heading>
          {to && (
            <PageLink
              to={to}
              search={{ chapter: part === 'plan' ? 'teams' : part }}
              aria-label={t('compare.showIn', { chapter: title })}
            >
              {t('compare.show')}
            </PageLink>
          )}
        </div>
        <ul className={`${plan.list} ${styles.list}`}>
          {own.map((change) => {
            const said = changeSentence(change, words)
            return <li key={`${change.code} ${change.place.join('.')} ${said}`}>{said}</li>
          })}
        </ul>
      </section>
    )
  })
}
