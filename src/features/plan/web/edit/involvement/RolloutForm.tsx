import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Phase, Wave } from '../../../domain/document/involvement.ts'
import { valueAt } from '../../../domain/edit/at-place.ts'
import { addDays } from '../../../domain/days.ts'
import { phaseModes } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField } from '../choice-fields.tsx'
import { useValueAt } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, LineField, NumberField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { freeKey } from '../place.ts'
import { GroupsField } from './GroupsField.tsx'
import { SharesField } from './SharesField.tsx'

type At = { readonly at: Place }

/** Phases and their waves. */
export function RolloutForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('involvement.phases')}>
      <ListEditor<Phase>
        place={['involvement', 'phases']}
        noun={t('nouns.phase')}
        Title={SpanTitle}
        Fields={PhaseFields}
        make={(list) => {
          const starts = addDays(list.at(-1)?.ends ?? '', 1)
          return {
            key: freeKey(list, 'phase'),
            name: { nl: '', en: '' },
            mode: 'tiered',
            starts,
            ends: addDays(starts, 27),
            waves: [],
          }
        }}
      />
    </Section>
  )
}

function SpanTitle({ at }: At) {
  const { shortDay } = usePlanWords()
  const styles = usePlanStyles()
  const { starts, ends } = useValueAt<Phase | Wave>(at)
  return (
    <span className={styles.row}>
      <EntryName at={at} />
      {starts !== '' && ends !== '' && (
        <span className={styles.quiet}>
          {shortDay(starts)} – {shortDay(ends)}
        </span>
      )}
    </span>
  )
}

function PhaseFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('involvement.phaseName')} />
      <FieldRow>
        <ChoiceField
          place={[...at, 'mode']}
          label={t('involvement.mode')}
          options={phaseModes.map((value) => ({ value, label: t(`involvement.modes.${value}`) }))}
        />
        <LineField place={[...at, 'starts']} label={t('involvement.starts')} type="date" />
        <LineField place={[...at, 'ends']} label={t('involvement.ends')} type="date" />
        <KeyField at={at} />
      </FieldRow>
      <h3 className={styles.heading}>{t('involvement.waves')}</h3>
      <ListEditor<Wave>
        place={[...at, 'waves']}
        noun={t('nouns.wave')}
        Title={SpanTitle}
        Fields={WaveFields}
        make={(list, plan) => {
          const phase = valueAt(plan, at) as Phase
          const waves = plan.involvement.phases.flatMap((one) => one.waves)
          const after = addDays(list.at(-1)?.ends ?? '', 1)
          return {
            key: freeKey(waves, 'wave'),
            name: { nl: '', en: '' },
            groups: [],
            starts: after !== '' && after <= phase.ends ? after : phase.starts,
            ends: phase.ends,
            expectedUsers: 0,
            platforms: list.at(-1)?.platforms ?? [],
          }
        }}
      />
    </>
  )
}

function WaveFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('involvement.waveName')} />
      <FieldRow>
        <LineField place={[...at, 'starts']} label={t('involvement.starts')} type="date" />
        <LineField place={[...at, 'ends']} label={t('involvement.ends')} type="date" />
        <NumberField place={[...at, 'expectedUsers']} label={t('involvement.expectedUsers')} />
        <KeyField at={at} />
      </FieldRow>
      <GroupsField place={[...at, 'groups']} />
      <SharesField place={[...at, 'platforms']} />
    </>
  )
}
