import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Readiness } from '../../../domain/document/involvement.ts'
import { comparisons, readinessFigures } from '../../../domain/values.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { usePlanPart, useValueAt } from '../editor.tsx'
import { FieldRow, NumberField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTierOptions } from '../options.ts'

export function ReadinessForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('readiness.title')}>
      <ListEditor<Readiness>
        place={['involvement', 'readiness']}
        noun={t('nouns.readiness')}
        Title={ReadinessTitle}
        Fields={ReadinessFields}
        make={(_, { involvement }) => ({
          figure: 'certified-agents',
          tier: 1,
          comparison: 'at-least',
          threshold: 1,
          waves: involvement.phases.flatMap((phase) => phase.waves.map((wave) => wave.key)),
        })}
      />
    </Section>
  )
}

function ReadinessTitle({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  const one = useValueAt<Readiness>(at)
  const figure = t(`readinessFigures.${one.figure}`)
  const needed = t(`comparisons.${one.comparison}`, { threshold: one.threshold })
  if (one.tier === null) return <>{t('readiness.sentenceAll', { figure, needed })}</>
  return <>{t('readiness.sentence', { figure, needed, tier: one.tier })}</>
}

function ReadinessFields({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const phases = usePlanPart((plan) => plan.involvement.phases)
  const waves = phases.flatMap((phase) => phase.waves.map((wave) => ({ value: wave.key, label: text(wave.name) })))
  return (
    <>
      <FieldRow>
        <ChoiceField
          place={[...at, 'figure']}
          label={t('readiness.figure')}
          options={readinessFigures.map((value) => ({ value, label: t(`readinessFigures.${value}`) }))}
        />
        <ChoiceField
          place={[...at, 'tier']}
          label={t('training.tier')}
          none={t('readiness.allTiers')}
          options={useTierOptions()}
        />
        <ChoiceField
          place={[...at, 'comparison']}
          label={t('readiness.comparison')}
          options={comparisons.map((value) => ({ value, label: t(`readiness.comparisons.${value}`) }))}
        />
        <NumberField place={[...at, 'threshold']} label={t('readiness.threshold')} decimals />
      </FieldRow>
      <SeveralField place={[...at, 'waves']} label={t('readiness.waves')} options={waves} />
    </>
  )
}
