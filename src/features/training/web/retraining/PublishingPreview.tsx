import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/words.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { retrainingPreview } from './queries.ts'
import { useKinds } from './retraining-words.ts'

/** In the dialog that publishes a plan: whom it asks to train again, on what. */
export function PublishingPreview() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const kinds = useKinds()
  const shown = useQuery(retrainingPreview).data
  if (!shown) return null
  if (shown.people === 0) return <p className={styles.plain}>{t('retraining.preview.nobody')}</p>
  return (
    <section aria-label={t('retraining.preview.title')} className={styles.tight}>
      <strong>{t('retraining.preview.people', { count: shown.people, days: shown.withinDays })}</strong>
      <ul className={styles.list}>
        {shown.items.map((one) => (
          <li key={`${one.tier} ${one.item.en}`}>
            {t('retraining.preview.line', {
              tier: one.tier,
              item: one.item[t.language],
              kinds: kinds(one.kinds),
              names: namesIn(
                one.people.map(({ name }) => name),
                t.language,
              ),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first few, and how many more. */
function namesIn(names: readonly string[], language: 'nl' | 'en'): string {
  const most = 4
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' })
  const left = names.length - most
  return left > 0 ? `${names.slice(0, most).join(', ')} +${left}` : list.format(names)
}
