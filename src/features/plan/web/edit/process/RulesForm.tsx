import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { FastLane } from '../../../domain/document/process.ts'
import { priorities, wayDowns } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SwitchField } from '../choice-fields.tsx'
import { usePlanPart, useValueAt } from '../editor.tsx'
import { FieldRow, NumberField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTierOptions } from '../options.ts'

export function RulesForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <Section title={t('rules.title')}>
      <FieldRow>
        <ChoiceField
          place={['process', 'contactTier']}
          label={t('rules.contactTier')}
          options={useTierOptions()}
        />
        <ChoiceField
          place={['process', 'wayDown']}
          label={t('rules.wayDown')}
          options={wayDowns.map((value) => ({ value, label: t(`rules.wayDowns.${value}`) }))}
        />
      </FieldRow>
      <SwitchField place={['process', 'knownIssueRequired']} label={t('rules.knownIssueSwitch')} />
      <FieldRow wide>
        <NumberField place={['process', 'bounceCap']} label={t('rules.bounceCap')} unit="×" />
        <NumberField
          place={['process', 'quietPeriodDays']}
          label={t('rules.quietPeriod')}
          unit={t('edit.supportDays')}
        />
        <NumberField place={['process', 'reopenWindowDays']} label={t('rules.reopen')} unit={t('edit.days')} />
        <NumberField
          place={['process', 'contactRetryMinutes']}
          label={t('rules.contactRetry')}
          unit={t('edit.minutes')}
        />
      </FieldRow>
      <h3 className={styles.heading}>{t('rules.fastLanes')}</h3>
      <ListEditor<FastLane>
        place={['process', 'fastLanes']}
        noun={t('nouns.fastLane')}
        Title={FastLaneTitle}
        Fields={FastLaneFields}
        make={(_, plan) => ({ priority: 1, from: 1, to: Math.max(plan.teams.tiers.length, 2) })}
        fixedOrder
        most={10}
      />
      <h3 className={styles.heading}>{t('pauses.title')}</h3>
      {(['requester', 'vendor', 'until'] as const).map((waiting) => {
        const name = `${t('pauses.whileWaiting')} ${t(`pauses.${waiting}`)}`
        return (
          <div key={waiting} role="group" aria-label={name}>
            <span>{name}</span>
            <div className={styles.row}>
              <SwitchField place={['process', 'pauses', waiting, 'tier']} label={t('pauses.tierSwitch')} />
              <SwitchField place={['process', 'pauses', waiting, 'overall']} label={t('pauses.overallSwitch')} />
            </div>
          </div>
        )
      })}
    </Section>
  )
}

function FastLaneTitle({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const lane = useValueAt<FastLane>(at)
  const names = usePlanPart((plan) => plan.process.priorityNames)
  return <>{t('steps.fastLane', { priority: text(names[lane.priority]), from: lane.from, to: lane.to })}</>
}

function FastLaneFields({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const names = usePlanPart((plan) => plan.process.priorityNames)
  const tiers = useTierOptions()
  return (
    <FieldRow>
      <ChoiceField
        place={[...at, 'priority']}
        label={t('priority.label')}
        options={priorities.map((value) => ({ value, label: `${value} ${text(names[value])}` }))}
      />
      <ChoiceField place={[...at, 'from']} label={t('rules.fromTier')} options={tiers} />
      <ChoiceField place={[...at, 'to']} label={t('rules.toTier')} options={tiers} />
    </FieldRow>
  )
}
