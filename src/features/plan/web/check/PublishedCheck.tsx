import { Link } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { severities } from '../../domain/check/finding.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { publishedFindings } from '../queries.ts'
import { useEditPlan } from '../use-edit-plan.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** How much the check finds in the plan in force; it leads to where it is told and mended. */
export function PublishedCheck() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { edit, waiting } = useEditPlan()
  const findings = useQuery(publishedFindings).data?.findings
  if (!findings) return null
  if (findings.length === 0) return <span className={styles.quiet}>{t('check.sound')}</span>
  const counts = severities
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => t(`file.counts.${severity}`, { count }))
  return (
    <Link as="button" inline disabledFocusable={waiting} onClick={() => void edit()}>
      {t('check.published', { counts: new Intl.ListFormat(t.language).format(counts) })}
    </Link>
  )
}
