import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Course } from '../../../domain/document/training.ts'
import { addDays } from '../../../domain/days.ts'
import { agendaForms, audiences } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, FieldFindings, SeveralField } from '../choice-fields.tsx'
import { useEditor, usePlanPart, useValueAt } from '../editor.tsx'
import { BothLanguages, FieldRow, LineField, NumberField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { usePhaseOptions, useTierOptions } from '../options.ts'
import { fieldId, freeKey } from '../place.ts'

type At = { readonly at: Place }
type AgendaItem = Course['agenda'][number]

const useStyles = makeStyles({
  meter: {
    position: 'relative',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
  },
  goal: { position: 'absolute', insetBlock: 0, backgroundColor: tokens.colorNeutralStroke1 },
  filled: { position: 'absolute', insetBlock: '2px', insetInlineStart: 0, backgroundColor: 'var(--tier-1-fill)' },
})

export function CoursesForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('training.courses')}>
      <ListEditor<Course>
        place={['training', 'courses']}
        noun={t('nouns.course')}
        Title={CourseTitle}
        Fields={CourseFields}
        make={(list) => ({
          key: freeKey(list, 'course'),
          name: { nl: '', en: '' },
          tier: 1,
          audience: 'everyone',
          agenda: [{ key: 'item', name: { nl: '', en: '' }, minutes: 30, form: 'theory', material: [] }],
          passPercent: 80,
          practiceTickets: 0,
          validMonths: 12,
          planned: null,
        })}
      />
    </Section>
  )
}

function CourseTitle({ at }: At) {
  const { t, text } = usePlanWords()
  const { tier, name } = useValueAt<Course>(at)
  return <TierBadge tier={tier} name={text(name) || t('edit.unnamed')} />
}

function CourseFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('training.name')} />
      <FieldRow>
        <ChoiceField place={[...at, 'tier']} label={t('training.tier')} options={useTierOptions()} />
        <ChoiceField
          place={[...at, 'audience']}
          label={t('training.audience')}
          options={audiences.map((value) => ({ value, label: t(`training.audiences.${value}`) }))}
        />
        <NumberField place={[...at, 'passPercent']} label={t('training.passPercent')} unit="%" />
        <NumberField place={[...at, 'practiceTickets']} label={t('training.practiceTickets')} />
        <NumberField place={[...at, 'validMonths']} label={t('training.valid')} unit={t('edit.months')} />
        <KeyField at={at} />
      </FieldRow>
      <PlannedFields at={[...at, 'planned']} />
      <h3 className={styles.heading}>{t('training.agenda')}</h3>
      <Length at={[...at, 'agenda']} />
      <ListEditor<AgendaItem>
        place={[...at, 'agenda']}
        noun={t('nouns.agendaItem')}
        Title={AgendaTitle}
        Fields={AgendaFields}
        make={(list) => ({
          key: freeKey(list, 'item'),
          name: { nl: '', en: '' },
          minutes: 15,
          form: 'theory',
          material: [],
        })}
        least={1}
      />
    </>
  )
}

/** When the course is given for the first time, and the phase before which everyone has to have taken it. */
function PlannedFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { edit } = useEditor()
  const phases = usePhaseOptions()
  const first = usePlanPart((plan) => plan.involvement.phases[0])
  const planned = useValueAt<Course['planned']>(at) !== null
  return (
    <div className={styles.stack} id={fieldId(at)} tabIndex={-1}>
      <FieldFindings place={at} />
      {planned ? (
        <>
          <FieldRow>
            <LineField place={[...at, 'starts']} label={t('training.plannedStarts')} type="date" />
            <LineField place={[...at, 'ends']} label={t('training.plannedEnds')} type="date" />
            <ChoiceField place={[...at, 'beforePhase']} label={t('training.plannedBefore')} options={phases} />
          </FieldRow>
          <div>
            <Button onClick={() => edit(at, null)}>{t('training.plannedRemove')}</Button>
          </div>
        </>
      ) : (
        first && (
          <div>
            <Button
              onClick={() =>
                edit(at, {
                  starts: addDays(first.starts, -14),
                  ends: addDays(first.starts, -1),
                  beforePhase: first.key,
                })
              }
            >
              {t('training.plannedAdd')}
            </Button>
          </div>
        )
      )}
    </div>
  )
}

const scale = 240

/** The agenda's minutes together, against the two to three hours that a training takes. */
function Length({ at }: At) {
  const { t, minutes } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const total = useValueAt<readonly AgendaItem[]>(at).reduce((sum, item) => sum + item.minutes, 0)
  const fit = total < 120 ? 'short' : total > 180 ? 'long' : 'right'
  return (
    <div className={plain.tight}>
      <span className={mergeClasses(plain.small)}>{t(`training.length.${fit}`, { total: minutes(total) })}</span>
      <div className={styles.meter} aria-hidden>
        <span
          className={styles.goal}
          style={{ insetInlineStart: `${12_000 / scale}%`, width: `${6000 / scale}%` }}
        />
        <span className={styles.filled} style={{ width: `${Math.min(100, (total * 100) / scale)}%` }} />
      </div>
    </div>
  )
}

function AgendaTitle({ at }: At) {
  const { t, text, minutes } = usePlanWords()
  const item = useValueAt<AgendaItem>(at)
  return <>{`${text(item.name) || t('edit.unnamed')} (${minutes(item.minutes)})`}</>
}

function AgendaFields({ at }: At) {
  const { t, text } = usePlanWords()
  const resources = usePlanPart((plan) => plan.involvement.resources)
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('training.item')} />
      <FieldRow>
        <NumberField place={[...at, 'minutes']} label={t('training.minutes')} unit={t('edit.minutes')} />
        <ChoiceField
          place={[...at, 'form']}
          label={t('training.form')}
          options={agendaForms.map((value) => ({ value, label: t(`training.forms.${value}`) }))}
        />
        <KeyField at={at} />
      </FieldRow>
      <SeveralField
        place={[...at, 'material']}
        label={t('training.material')}
        options={resources.map((resource) => ({ value: resource.key, label: text(resource.name) }))}
      />
    </>
  )
}
