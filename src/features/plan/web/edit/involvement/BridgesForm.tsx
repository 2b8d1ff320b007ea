import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Bridge } from '../../../domain/document/involvement.ts'
import type { SupportPlan } from '../../../domain/document/support-plan.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { useValueAt } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, LineField, NumberField, OptionalLine } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { usePhaseOptions, useTeamOptions, useTierOptions, useWeekdayOptions, zoneOptions } from '../options.ts'
import { freeKey } from '../place.ts'
import { ExitFields } from './ExitFields.tsx'

type At = { readonly at: Place }

export function BridgesForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('involvement.bridges')}>
      <ListEditor<Bridge>
        place={['involvement', 'bridges']}
        noun={t('nouns.bridge')}
        Title={EntryName}
        Fields={BridgeFields}
        make={newBridge}
      />
    </Section>
  )
}

function newBridge(list: readonly Bridge[], { teams, involvement }: SupportPlan): Bridge {
  return {
    key: freeKey(list, 'bridge'),
    name: { nl: '', en: '' },
    phases: involvement.phases.slice(0, 1).map((phase) => phase.key),
    timeZone: teams.supportHours[0]?.timeZone ?? 'Europe/Amsterdam',
    weekly: [{ day: 1, at: '10:00' }],
    lengthMinutes: 30,
    quorum: teams.tiers.map((tier) => ({ tier: tier.level, people: 1 })),
    meetingLink: null,
    host: null,
    scribe: null,
    exit: { nl: '', en: '' },
    exitWhen: [],
  }
}

function BridgeFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const teams = useTeamOptions()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('involvement.bridgeName')} />
      <SeveralField place={[...at, 'phases']} label={t('involvement.during')} options={usePhaseOptions()} />
      <FieldRow>
        <NumberField place={[...at, 'lengthMinutes']} label={t('involvement.length')} unit={t('edit.minutes')} />
        <ChoiceField place={[...at, 'timeZone']} label={t('hours.timeZone')} options={zoneOptions} />
        <KeyField at={at} />
      </FieldRow>
      <OptionalLine place={[...at, 'meetingLink']} label={t('involvement.link')} type="url" />
      <h3 className={styles.heading}>{t('involvement.when')}</h3>
      <ListEditor<Bridge['weekly'][number]>
        place={[...at, 'weekly']}
        noun={t('nouns.moment')}
        Title={MomentTitle}
        Fields={MomentFields}
        make={(list) => ({ day: ((list.at(-1)?.day ?? 0) % 7) + 1, at: list.at(-1)?.at ?? '10:00' })}
        least={1}
        fixedOrder
      />
      <h3 className={styles.heading}>{t('involvement.quorum')}</h3>
      <ListEditor<Bridge['quorum'][number]>
        place={[...at, 'quorum']}
        noun={t('nouns.quorum')}
        Title={QuorumTitle}
        Fields={QuorumFields}
        make={(list, { teams }) => ({
          tier: teams.tiers.find((tier) => !list.some((one) => one.tier === tier.level))?.level ?? 1,
          people: 1,
        })}
        fixedOrder
      />
      <FieldRow wide>
        <ChoiceField
          place={[...at, 'host']}
          label={t('involvement.host')}
          none={t('involvement.anyHost')}
          options={teams}
        />
        <ChoiceField
          place={[...at, 'scribe']}
          label={t('involvement.scribe')}
          none={t('involvement.anyScribe')}
          options={teams}
        />
      </FieldRow>
      <ExitFields at={at} />
    </>
  )
}

function MomentTitle({ at }: At) {
  const { t, weekday } = usePlanWords()
  const one = useValueAt<Bridge['weekly'][number]>(at)
  return <>{t('involvement.onDayAt', { day: weekday(one.day), at: one.at })}</>
}

function MomentFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <FieldRow>
      <ChoiceField place={[...at, 'day']} label={t('hours.day')} options={useWeekdayOptions()} />
      <LineField place={[...at, 'at']} label={t('involvement.at')} type="time" />
    </FieldRow>
  )
}

function QuorumTitle({ at }: At) {
  const { t } = usePlanWords()
  const one = useValueAt<Bridge['quorum'][number]>(at)
  return <>{t('involvement.quorumOf', { tier: one.tier, count: one.people })}</>
}

function QuorumFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <FieldRow>
      <ChoiceField place={[...at, 'tier']} label={t('training.tier')} options={useTierOptions()} />
      <NumberField place={[...at, 'people']} label={t('involvement.people')} />
    </FieldRow>
  )
}
