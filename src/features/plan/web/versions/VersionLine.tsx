import { Time } from '#ui/time/Time.tsx'
import type { PlanVersionSummary } from '../../contract.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** One line that says which version this is, since when, and in whose name. */
export function VersionLine({ version }: { readonly version: PlanVersionSummary }) {
  const { t } = usePlanWords()
  return (
    <>
      {t(`versions.line.${version.state}`, { number: version.number })}
      {version.publishedAt && (
        <>
          {' · '}
          <Time at={version.publishedAt} />
        </>
      )}
      {version.approver && ` · ${t('versions.approvedBy', { name: version.approver.name })}`}
    </>
  )
}
