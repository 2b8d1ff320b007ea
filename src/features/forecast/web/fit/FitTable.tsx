import { Button, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Table } from '#ui/show/Table.tsx'
import type { AssumptionView } from '../../contract.ts'
import type { FittedAssumption } from '../../contract/fit.ts'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import { assumedNow, fittedName, fittedText } from './fit-words.ts'
import { useTakeOver } from './queries.ts'

type FitTableProps = {
  readonly plan: SupportPlan
  readonly fitted: readonly FittedAssumption[]
  /** What is assumed now, to be laid beside what was measured. */
  readonly lines: readonly AssumptionView[]
}

export function FitTable({ plan, fitted, lines }: FitTableProps) {
  const { t } = useForecastWords()
  return (
    <Table
      label={t('fit.title')}
      heads={[t('fit.assumption'), t('fit.now'), t('fit.measured'), t('fit.basis'), t('fit.actions')]}
      dense
    >
      {fitted.map((one) => (
        <Row key={`${one.what} ${one.tier} ${one.platform}`} fitted={one} plan={plan} lines={lines} />
      ))}
    </Table>
  )
}

type RowProps = Omit<FitTableProps, 'fitted'> & { readonly fitted: FittedAssumption }

function Row({ fitted, plan, lines }: RowProps) {
  const words = useForecastWords()
  const { t } = words
  const styles = useForecastStyles()
  const takeOver = useTakeOver()
  const toast = useToast()
  const say = useProblemText()
  const [taken, setTaken] = useState<FittedAssumption['set']>(null)
  const { set, observations, least, leftOut } = fitted
  const name = fittedName(words, fitted)
  const take = async () => {
    if (!set) return
    try {
      await takeOver.mutateAsync(set)
      setTaken(set)
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {assumedNow(words, plan, fitted, lines).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
      <td>
        {fittedText(words, fitted).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
      <td>
        {t('fit.observations', { count: observations })}
        {set === null && <div className={styles.quiet}>{t('fit.tooFew', { least })}</div>}
        {leftOut > 0 && (
          <div className={mergeClasses(styles.quiet, styles.small)}>{t('fit.leftOut', { count: leftOut })}</div>
        )}
      </td>
      <td>
        {taken !== null && taken === set ? (
          <span>{t('fit.taken')}</span>
        ) : (
          set && (
            <Button
              size="small"
              aria-label={t('fit.takeOf', { name })}
              disabledFocusable={takeOver.isPending}
              onClick={() => void take()}
            >
              {t('fit.take')}
            </Button>
          )
        )}
      </td>
    </tr>
  )
}
