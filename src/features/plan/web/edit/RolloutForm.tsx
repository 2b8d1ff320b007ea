import { Section } from '#ui/page/Page.tsx'
import type { Phase, Wave } from '../../domain/document/involvement.ts'
import type { Place } from '../../domain/check/finding.ts'
import { phaseModes, platforms } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import { BothLanguages, ChoiceField, FieldRow, LineField, NumberField } from './fields.tsx'
import { GroupsField } from './GroupsField.tsx'
import { ListEditor } from './ListEditor.tsx'
import { freeKey } from './place.ts'

/** Phases and their waves. */
export function RolloutForm() {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  return (
    <Section title={t('involvement.phases')}>
      <ListEditor<Phase>
        place={['involvement', 'phases']}
        noun={t('nouns.phase')}
        title={(phase) => text(phase.name) || t('edit.unnamed')}
        make={(list) => {
          const last = list.at(-1)?.ends ?? ''
          return {
            key: freeKey(list, 'phase'),
            name: { nl: '', en: '' },
            mode: 'tiered',
            starts: last,
            ends: last,
            waves: [],
          }
        }}
      >
        {(at, phase) => (
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
            </FieldRow>
            <h3 className={styles.heading}>{t('involvement.waves')}</h3>
            <ListEditor<Wave>
              place={[...at, 'waves']}
              noun={t('nouns.wave')}
              title={(wave) => text(wave.name) || t('edit.unnamed')}
              make={() => ({
                key: freeKey(waves, 'wave'),
                name: { nl: '', en: '' },
                groups: [],
                starts: phase.starts,
                ends: phase.ends,
                expectedUsers: 0,
                platforms: [],
              })}
            >
              {(place) => <WaveFields at={place} />}
            </ListEditor>
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function WaveFields({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('involvement.waveName')} />
      <FieldRow>
        <LineField place={[...at, 'starts']} label={t('involvement.starts')} type="date" />
        <LineField place={[...at, 'ends']} label={t('involvement.ends')} type="date" />
        <NumberField place={[...at, 'expectedUsers']} label={t('involvement.expectedUsers')} />
      </FieldRow>
      <GroupsField place={[...at, 'groups']} />
      <h3 className={styles.heading}>{t('involvement.shares')}</h3>
      <ListEditor<Wave['platforms'][number]>
        place={[...at, 'platforms']}
        noun={t('nouns.share')}
        fixedOrder
        title={(share) => `${t(`platforms.${share.platform}`)} ${share.percent} %`}
        make={(list) => ({
          platform: platforms.find((one) => !list.some((other) => other.platform === one)) ?? 'windows',
          percent: Math.max(0, 100 - list.reduce((sum, share) => sum + share.percent, 0)),
        })}
      >
        {(place) => (
          <FieldRow>
            <ChoiceField
              place={[...place, 'platform']}
              label={t('involvement.platform')}
              options={platforms.map((value) => ({ value, label: t(`platforms.${value}`) }))}
            />
            <NumberField place={[...place, 'percent']} label={t('involvement.percent')} unit="%" decimals />
          </FieldRow>
        )}
      </ListEditor>
    </>
  )
}
