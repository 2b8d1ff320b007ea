import { Button, Field, mergeClasses, Select, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { Section } from '#ui/page/Page.tsx'
import { ErrorState } from '#ui/page/states.tsx'
import type { AssumptionView } from '../../contract.ts'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import { FitTable } from './FitTable.tsx'
import { fitOf } from './queries.ts'

const choices = [30, 90, 180, 365]

type FitPanelProps = { readonly plan: SupportPlan; readonly lines: readonly AssumptionView[] }

/** What the desk's own tickets say of the assumptions, to be taken over one by one. For who edits the plan. */
export function FitPanel({ plan, lines }: FitPanelProps) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const [days, setDays] = useState(180)
  const [asked, setAsked] = useState(false)
  const fit = useQuery({ ...fitOf(days), enabled: asked })
  return (
    <Section title={t('fit.title')}>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('fit.about')}</p>
      <div className={mergeClasses(styles.row, styles.foot)}>
        <Field label={t('fit.days')}>
          <Select value={String(days)} onChange={(_, { value }) => setDays(Number(value))}>
            {choices.map((count) => (
              <option key={count} value={count}>
                {t('fit.day', { count })}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabledFocusable={fit.isFetching}
          onClick={() => {
            if (asked) void fit.refetch()
            setAsked(true)
          }}
        >
          {t(fit.data ? 'fit.again' : 'fit.start')}
        </Button>
        {fit.isFetching && <Spinner size="tiny" label={t('fit.reading')} />}
      </div>
      {fit.isError && <ErrorState error={fit.error} onRetry={() => void fit.refetch()} />}
      {fit.data && (
        <>
          <p className={styles.plain} aria-live="polite">
            {t('fit.read', { count: fit.data.tickets })} {fit.data.partly && t('fit.partly')}
          </p>
          <FitTable fitted={fit.data.fitted} plan={plan} lines={lines} />
          <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('fit.limits')}</p>
        </>
      )}
    </Section>
  )
}
