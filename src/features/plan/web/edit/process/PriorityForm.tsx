import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { levels, priorities } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { ScrollRegion } from '../../ScrollRegion.tsx'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField } from '../choice-fields.tsx'
import { usePlanPart } from '../editor.tsx'
import { BothLanguages, FieldRow, NumberField } from '../fields.tsx'
import { useHoursOptions } from '../options.ts'
import { TargetsGrid } from '../TargetsGrid.tsx'

export function PriorityForm() {
  const { t, text } = usePlanWords()
  const names = usePlanPart((plan) => plan.process.priorityNames)
  const styles = usePlanStyles()
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
      <ScrollRegion label={t('priority.matrix')}>
        <table className={styles.table}>
          <caption className={mergeClasses(styles.quiet, styles.small)}>{t('priority.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('priority.impact')}</th>
              {levels.map((urgency) => (
                <th key={urgency} scope="col">
                  {t('priority.urgencyIs', { level: t(`levels.${urgency}`) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {levels.map((impact) => (
              <tr key={impact}>
                <th scope="row">{t(`levels.${impact}`)}</th>
                {levels.map((urgency) => (
                  <td key={urgency}>
                    <ChoiceField
                      bare
                      place={['process', 'priorityMatrix', impact, urgency]}
                      label={t('priority.cell', {
                        impact: t(`levels.${impact}`),
                        urgency: t(`levels.${urgency}`),
                      })}
                      options={options}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <FieldRow>
        <ChoiceField place={['process', 'targetHours']} label={t('targets.hours')} options={useHoursOptions()} />
        <NumberField place={['process', 'warnAtPercent']} label={t('targets.warnAt')} unit="%" />
      </FieldRow>
      <TargetsGrid
        place={['process', 'targets']}
        caption={t('targets.overall')}
        columns={[
          { key: 'contactMinutes', label: t('targets.contact') },
          { key: 'resolveMinutes', label: t('targets.resolve') },
        ]}
        name={t('targets.overall')}
      />
    </Section>
  )
}
