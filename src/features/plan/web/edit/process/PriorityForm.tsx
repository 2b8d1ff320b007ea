import { Section } from '#ui/page/Page.tsx'
import { priorities } from '../../../domain/values.ts'
import { PriorityMatrix } from '../../priority/PriorityMatrix.tsx'
import { overallTargets } from '../../priority/target-kinds.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField } from '../choice-fields.tsx'
import { usePlanPart } from '../editor.tsx'
import { BothLanguages, FieldRow, NumberField } from '../fields.tsx'
import { useHoursOptions } from '../options.ts'
import { TargetsGrid } from '../TargetsGrid.tsx'

export function PriorityForm() {
  const { t, text } = usePlanWords()
  const names = usePlanPart((plan) => plan.process.priorityNames)
  const options = priorities.map((value) => ({ value, label: `${value} ${text(names[value])}` }))
  return (
    <Section title={t('priority.title')}>
      {priorities.map((priority) => (
        <BothLanguages
          key={priority}
          place={['process', 'priorityNames', priority]}
          label={t('priority.nameOf', { priority })}
        />
      ))}
      <PriorityMatrix
        cell={(impact, urgency) => (
          <ChoiceField
            bare
            place={['process', 'priorityMatrix', impact, urgency]}
            label={t('priority.cell', { impact: t(`levels.${impact}`), urgency: t(`levels.${urgency}`) })}
            options={options}
          />
        )}
      />
      <FieldRow>
        <ChoiceField place={['process', 'targetHours']} label={t('targets.hours')} options={useHoursOptions()} />
        <NumberField place={['process', 'warnAtPercent']} label={t('targets.warnAt')} unit="%" />
      </FieldRow>
      <TargetsGrid
        place={['process', 'targets']}
        caption={t('targets.overall')}
        kinds={overallTargets}
        name={t('targets.overall')}
      />
    </Section>
  )
}
