import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Course, Training } from '../../domain/document/training.ts'
import { agendaForms, audiences, planChangeKinds } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import { BothLanguages, ChoiceField, FieldRow, NumberField, SeveralField, SwitchField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { freeKey } from './place.ts'
import { useTeamOptions } from './TeamsForm.tsx'

type Step = Training['lineage']['steps'][number]

export function TrainingForm() {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const { courses } = plan.training
  const teamOptions = useTeamOptions()
  const lineage = ['training', 'lineage']
  const courseName = (key: string) => {
    const course = courses.find((one) => one.key === key)
    return course ? text(course.name) : key
  }
  return (
    <>
      <Section title={t('training.courses')}>
        <ListEditor<Course>
          place={['training', 'courses']}
          noun={t('nouns.course')}
          title={(course) => <TierBadge tier={course.tier} name={text(course.name) || t('edit.unnamed')} />}
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
        >
          {(at) => <CourseFields at={at} />}
        </ListEditor>
      </Section>
      <Section title={t('training.lineage')}>
        <FieldRow>
          <ChoiceField place={[...lineage, 'root']} label={t('training.root')} options={teamOptions} />
        </FieldRow>
        <ListEditor<Step>
          place={[...lineage, 'steps']}
          noun={t('nouns.lineageStep')}
          title={(step) =>
            t('training.step', {
              from: t(`training.people.${step.from}`),
              to: t(`training.people.${step.to}`),
              course: courseName(step.course),
            })
          }
          make={() => ({ from: 'lead', to: 'member', course: courses[0]?.key ?? '' })}
        >
          {(at) => (
            <FieldRow>
              <ChoiceField
                place={[...at, 'from']}
                label={t('training.stepFrom')}
                options={(['root', 'lead'] as const).map((value) => ({
                  value,
                  label: t(`training.people.${value}`),
                }))}
              />
              <ChoiceField
                place={[...at, 'to']}
                label={t('training.stepTo')}
                options={(['lead', 'member'] as const).map((value) => ({
                  value,
                  label: t(`training.people.${value}`),
                }))}
              />
              <ChoiceField
                place={[...at, 'course']}
                label={t('training.stepCourse')}
                options={courses.map((course) => ({ value: course.key, label: text(course.name) }))}
              />
            </FieldRow>
          )}
        </ListEditor>
        <SwitchField place={[...lineage, 'trainerNeedsCertification']} label={t('training.trainerCertified')} />
        <SeveralField
          place={[...lineage, 'retrainOn']}
          label={t('training.retrain')}
          options={planChangeKinds.map((value) => ({ value, label: t(`training.changes.${value}`) }))}
        />
      </Section>
    </>
  )
}

function CourseFields({ at }: { readonly at: readonly (string | number)[] }) {
  const { t, text, minutes } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  const tiers = plan.teams.tiers.map((tier) => ({ value: tier.level, label: `${tier.level} ${text(tier.name)}` }))
  const material = plan.involvement.resources.map((resource) => ({
    value: resource.key,
    label: text(resource.name),
  }))
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('training.name')} />
      <FieldRow>
        <ChoiceField place={[...at, 'tier']} label={t('training.tier')} options={tiers} />
        <ChoiceField
          place={[...at, 'audience']}
          label={t('training.audience')}
          options={audiences.map((value) => ({ value, label: t(`training.audiences.${value}`) }))}
        />
        <NumberField place={[...at, 'passPercent']} label={t('training.passPercent')} unit="%" />
        <NumberField place={[...at, 'practiceTickets']} label={t('training.practiceTickets')} />
        <NumberField place={[...at, 'validMonths']} label={t('training.valid')} unit={t('edit.months')} />
      </FieldRow>
      <h3 className={styles.heading}>{t('training.agenda')}</h3>
      <ListEditor<Course['agenda'][number]>
        place={[...at, 'agenda']}
        noun={t('nouns.agendaItem')}
        title={(item) => `${text(item.name) || t('edit.unnamed')} (${minutes(item.minutes)})`}
        make={(list) => ({
          key: freeKey(list, 'item'),
          name: { nl: '', en: '' },
          minutes: 15,
          form: 'theory',
          material: [],
        })}
        canRemove={(_, list) => list.length > 1}
      >
        {(place) => (
          <>
            <BothLanguages place={[...place, 'name']} label={t('training.item')} />
            <FieldRow>
              <NumberField place={[...place, 'minutes']} label={t('training.minutes')} unit={t('edit.minutes')} />
              <ChoiceField
                place={[...place, 'form']}
                label={t('training.form')}
                options={agendaForms.map((value) => ({ value, label: t(`training.forms.${value}`) }))}
              />
            </FieldRow>
            <SeveralField place={[...place, 'material']} label={t('training.material')} options={material} />
          </>
        )}
      </ListEditor>
    </>
  )
}
