import { Time } from '#ui/time/Time.tsx'
import type { PlanVersionSummary } from '../../contract.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** Who did what with a version, from its first draft to now. */
export function VersionLife({ version }: { readonly version: PlanVersionSummary }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { author, approver, changedBy, reviewAskedBy, state } = version
  const moments = [
    {
      at: version.createdAt,
      text: author ? t('versions.begun', { name: author.name }) : t('versions.begunWith'),
    },
    state === 'draft' && changedBy
      ? { at: version.changedAt, text: t('versions.changed', { name: changedBy.name }) }
      : null,
    version.reviewAskedAt && reviewAskedBy
      ? {
          at: version.reviewAskedAt,
          text: t('versions.asked', { name: reviewAskedBy.name, approver: approver?.name ?? '' }),
        }
      : null,
    version.publishedAt
      ? {
          at: version.publishedAt,
          text: approver ? t('versions.published', { name: approver.name }) : t('versions.publishedAlone'),
        }
      : null,
    version.supersededAt ? { at: version.supersededAt, text: t('versions.superseded') } : null,
  ].filter((moment) => moment !== null)
  return (
    <ol className={styles.list}>
      {moments.map(({ at, text }) => (
        <li key={text}>
          {text} · <Time at={at} quiet />
        </li>
      ))}
    </ol>
  )
}
