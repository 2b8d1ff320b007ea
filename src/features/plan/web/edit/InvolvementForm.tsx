import { Section } from '#ui/page/Page.tsx'
import type { Bridge, Commitment, Readiness, Resource } from '../../domain/document/involvement.ts'
import { comparisons, readinessFigures } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import {
  BothLanguages,
  ChoiceField,
  FieldRow,
  LineField,
  NumberField,
  OptionalLine,
  SeveralField,
} from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { freeKey } from './place.ts'
import { RolloutForm } from './RolloutForm.tsx'
import { useTeamOptions } from './TeamsForm.tsx'

export function InvolvementForm() {
  return (
    <>
      <RolloutForm />
      <BridgesForm />
      <CommitmentsForm />
      <ReadinessForm />
      <ResourcesForm />
    </>
  )
}

function useTierOptions() {
  const { text } = usePlanWords()
  const { plan } = useEditor()
  return plan.teams.tiers.map((tier) => ({ value: tier.level, label: `${tier.level} ${text(tier.name)}` }))
}

function usePhaseOptions() {
  const { text } = usePlanWords()
  const { plan } = useEditor()
  return plan.involvement.phases.map((phase) => ({ value: phase.key, label: text(phase.name) }))
}

function BridgesForm() {
  const { t, text, weekday } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  const tiers = useTierOptions()
  const phases = usePhaseOptions()
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekday(value) }))
  return (
    <Section title={t('involvement.bridges')}>
      <ListEditor<Bridge>
        place={['involvement', 'bridges']}
        noun={t('nouns.bridge')}
        title={(bridge) => text(bridge.name) || t('edit.unnamed')}
        make={(list) => ({
          key: freeKey(list, 'bridge'),
          name: { nl: '', en: '' },
          phases: phases.slice(0, 1).map((phase) => phase.value),
          timeZone: plan.teams.supportHours[0]?.timeZone ?? 'Europe/Amsterdam',
          weekly: [{ day: 1, at: '10:00' }],
          lengthMinutes: 30,
          quorum: tiers.map((tier) => ({ tier: tier.value, people: 1 })),
          meetingLink: null,
          exit: { nl: '', en: '' },
        })}
      >
        {(at) => (
          <>
            <BothLanguages place={[...at, 'name']} label={t('involvement.bridgeName')} />
            <SeveralField place={[...at, 'phases']} label={t('involvement.during')} options={phases} />
            <FieldRow>
              <NumberField
                place={[...at, 'lengthMinutes']}
                label={t('involvement.length')}
                unit={t('edit.minutes')}
              />
              <ChoiceField place={[...at, 'timeZone']} label={t('hours.timeZone')} options={zones} />
            </FieldRow>
            <OptionalLine place={[...at, 'meetingLink']} label={t('involvement.link')} />
            <BothLanguages place={[...at, 'exit']} label={t('involvement.exit')} long />
            <h3 className={styles.heading}>{t('involvement.when')}</h3>
            <ListEditor<Bridge['weekly'][number]>
              place={[...at, 'weekly']}
              noun={t('nouns.moment')}
              title={(one) => t('involvement.onDayAt', { day: weekday(one.day), at: one.at })}
              make={() => ({ day: 1, at: '10:00' })}
              canRemove={(_, list) => list.length > 1}
            >
              {(place) => (
                <FieldRow>
                  <ChoiceField place={[...place, 'day']} label={t('hours.day')} options={days} />
                  <LineField place={[...place, 'at']} label={t('involvement.at')} />
                </FieldRow>
              )}
            </ListEditor>
            <h3 className={styles.heading}>{t('involvement.quorum')}</h3>
            <ListEditor<Bridge['quorum'][number]>
              place={[...at, 'quorum']}
              noun={t('nouns.quorum')}
              title={(one) => t('involvement.quorumOf', { tier: one.tier, count: one.people })}
              make={() => ({ tier: 1, people: 1 })}
            >
              {(place) => (
                <FieldRow>
                  <ChoiceField place={[...place, 'tier']} label={t('training.tier')} options={tiers} />
                  <NumberField place={[...place, 'people']} label={t('involvement.people')} />
                </FieldRow>
              )}
            </ListEditor>
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function CommitmentsForm() {
  const { t, text } = usePlanWords()
  const phases = usePhaseOptions()
  const teams = useTeamOptions()
  return (
    <Section title={t('involvement.commitments')}>
      <ListEditor<Commitment>
        place={['involvement', 'commitments']}
        noun={t('nouns.commitment')}
        title={(one) => text(one.what) || t('edit.unnamed')}
        make={(list) => ({
          key: freeKey(list, 'commitment'),
          what: { nl: '', en: '' },
          team: teams[0]?.value ?? '',
          beforePhase: phases[0]?.value ?? '',
          due: null,
          evidence: { nl: '', en: '' },
        })}
      >
        {(at) => (
          <>
            <BothLanguages place={[...at, 'what']} label={t('involvement.what')} long />
            <FieldRow>
              <ChoiceField place={[...at, 'team']} label={t('involvement.who')} options={teams} />
              <ChoiceField place={[...at, 'beforePhase']} label={t('involvement.before')} options={phases} />
            </FieldRow>
            <BothLanguages place={[...at, 'evidence']} label={t('involvement.shownBy')} long />
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function ReadinessForm() {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const tiers = useTierOptions()
  const waves = plan.involvement.phases
    .flatMap((phase) => phase.waves)
    .map((wave) => ({ value: wave.key, label: text(wave.name) }))
  return (
    <Section title={t('readiness.title')}>
      <ListEditor<Readiness>
        place={['involvement', 'readiness']}
        noun={t('nouns.readiness')}
        title={(one) =>
          t('readiness.sentence', {
            figure: t(`readinessFigures.${one.figure}`),
            needed: t(`comparisons.${one.comparison}`, { threshold: one.threshold }),
            tier: one.tier ?? '–',
          })
        }
        make={() => ({ figure: 'certified-agents', tier: 1, comparison: 'at-least', threshold: 1, waves: [] })}
      >
        {(at) => (
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
                options={tiers}
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
        )}
      </ListEditor>
    </Section>
  )
}

function ResourcesForm() {
  const { t, text } = usePlanWords()
  const tiers = useTierOptions()
  return (
    <Section title={t('involvement.resources')}>
      <ListEditor<Resource>
        place={['involvement', 'resources']}
        noun={t('nouns.resource')}
        title={(one) => text(one.name) || t('edit.unnamed')}
        make={(list) => ({ key: freeKey(list, 'resource'), name: { nl: '', en: '' }, url: 'https://', tiers: [] })}
      >
        {(at) => (
          <>
            <BothLanguages place={[...at, 'name']} label={t('involvement.resourceName')} />
            <LineField place={[...at, 'url']} label={t('involvement.address')} type="url" />
            <SeveralField
              place={[...at, 'tiers']}
              label={t('involvement.forTiers')}
              hint={t('edit.noneIsEveryone')}
              options={tiers}
            />
          </>
        )}
      </ListEditor>
    </Section>
  )
}
