import type { Place } from '../../../domain/check/finding.ts'
import type { Bridge } from '../../../domain/document/involvement.ts'
import { bridgeExitFigures, comparisons } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { exitFigureText } from '../../words/exit-words.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField } from '../choice-fields.tsx'
import { useValueAt } from '../editor.tsx'
import { BothLanguages, FieldRow, NumberField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'

type At = { readonly at: Place }
type ExitFigure = Bridge['exitWhen'][number]

/** When a bridge may stop: in words for people, and in figures that the desk can measure. */
export function ExitFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <>
      <BothLanguages place={[...at, 'exit']} label={t('involvement.exit')} long />
      <h3 className={styles.heading}>{t('involvement.exitWhen')}</h3>
      <p className={styles.quiet}>{t('involvement.exitWhenHint')}</p>
      <ListEditor<ExitFigure>
        place={[...at, 'exitWhen']}
        noun={t('nouns.exitFigure')}
        Title={ExitTitle}
        Fields={ExitFigureFields}
        make={(list) => ({
          figure:
            bridgeExitFigures.find((figure) => !list.some((one) => one.figure === figure)) ?? 'solved-at-tier-1',
          comparison: 'at-least',
          threshold: 60,
          days: 14,
        })}
        most={10}
        fixedOrder
      />
    </>
  )
}

function ExitTitle({ at }: At) {
  const { t } = usePlanWords()
  return <>{exitFigureText(useValueAt<ExitFigure>(at), t)}</>
}

function ExitFigureFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <FieldRow>
      <ChoiceField
        place={[...at, 'figure']}
        label={t('readiness.figure')}
        options={bridgeExitFigures.map((value) => ({ value, label: t(`bridgeExitFigures.${value}`) }))}
      />
      <ChoiceField
        place={[...at, 'comparison']}
        label={t('readiness.comparison')}
        options={comparisons.map((value) => ({ value, label: t(`readiness.comparisons.${value}`) }))}
      />
      <NumberField place={[...at, 'threshold']} label={t('readiness.threshold')} decimals />
      <NumberField place={[...at, 'days']} label={t('involvement.exitDays')} unit={t('edit.days')} />
    </FieldRow>
  )
}
