import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Section } from '#ui/page/Page.tsx'
import type { PlanFilePreview } from '../../contract.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'

const severities = ['error', 'warning', 'hint'] as const

/** What the file holds, what the check finds in it, and what would change. */
export function FileSummary({ preview }: { readonly preview: PlanFilePreview }) {
  const { t, text } = usePlanWords()
  const styles = usePlanStyles()
  const { plan, against, changes, changeCount } = preview
  if (!plan) return null
  const { tiers, categories, courses, phases } = plan
  const sizes = { tiers, categories, courses, phases }
  const found = severities
    .filter((severity) => plan.findings[severity] > 0)
    .map((severity) => t(`file.counts.${severity}`, { count: plan.findings[severity] }))
  return (
    <>
      <Section title={t('file.import.holds')}>
        <KeyValues
          items={[
            { label: t('general.name'), value: text(plan.name) },
            { label: t('file.import.size'), value: t('file.import.sizes', sizes) },
            { label: t('file.import.check'), value: found.length === 0 ? t('file.sound') : found.join(', ') },
          ]}
        />
      </Section>
      {against && (
        <Section title={t('file.import.changes', { number: against.number })}>
          {changeCount === 0 ? (
            <p className={styles.plain}>{t('file.import.same', { number: against.number })}</p>
          ) : (
            <ul className={styles.list}>
              {changes.map(({ sentence }, index) => (
                <li key={`${index} ${sentence}`}>{sentence}</li>
              ))}
            </ul>
          )}
          {changeCount > changes.length && (
            <p className={styles.plain}>{t('file.import.moreChanges', { count: changeCount - changes.length })}</p>
          )}
        </Section>
      )}
    </>
  )
}
