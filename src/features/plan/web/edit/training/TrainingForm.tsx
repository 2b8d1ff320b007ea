import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Training } from '../../../domain/document/training.ts'
import { planChangeKinds } from '../../../domain/values.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField, SwitchField } from '../choice-fields.tsx'
import { usePlanPart, useValueAt } from '../editor.tsx'
import { FieldRow, NumberField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTeamOptions } from '../options.ts'
import { CoursesForm } from './CoursesForm.tsx'

type Step = Training['lineage']['steps'][number]
const lineage = ['training', 'lineage']

/** How is support trained? */
export function TrainingForm() {
  return (
    <>
      <CoursesForm />
      <LineageForm />
    </>
  )
}

/** Train the trainer: who begins, who trains whom with which course, and when people train again. */
function LineageForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('training.lineage')}>
      <FieldRow>
        <ChoiceField place={[...lineage, 'root']} label={t('training.root')} options={useTeamOptions()} />
      </FieldRow>
      <ListEditor<Step>
        place={[...lineage, 'steps']}
        noun={t('nouns.lineageStep')}
        Title={StepTitle}
        Fields={StepFields}
        make={(_, plan) => ({ from: 'lead', to: 'member', course: plan.training.courses[0]?.key ?? '' })}
      />
      <SwitchField place={[...lineage, 'trainerNeedsCertification']} label={t('training.trainerCertified')} />
      <SeveralField
        place={[...lineage, 'retrainOn']}
        label={t('training.retrain')}
        options={planChangeKinds.map((value) => ({ value, label: t(`training.changes.${value}`) }))}
      />
      <FieldRow>
        <NumberField
          place={[...lineage, 'retrainWithinDays']}
          label={t('training.retrainWithin')}
          hint={t('training.retrainWithinHint')}
          unit={t('edit.days')}
        />
      </FieldRow>
    </Section>
  )
}

/** Who teaches or learns; the team that the training begins with by its own name. */
function usePeople(): (people: 'root' | 'lead' | 'member') => string {
  const { t, team } = usePlanWords()
  const root = usePlanPart((plan) => plan.training.lineage.root)
  return (people) => (people === 'root' && root !== '' ? team(root) : t(`training.people.${people}`))
}

function StepTitle({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const people = usePeople()
  const step = useValueAt<Step>(at)
  const course = usePlanPart((plan) => plan.training.courses.find((one) => one.key === step.course))
  return (
    <>
      {t('training.step', {
        from: people(step.from),
        to: people(step.to),
        course: course ? text(course.name) : step.course,
      })}
    </>
  )
}

function StepFields({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const courses = usePlanPart((plan) => plan.training.courses)
  const name = usePeople()
  const people = <Value extends 'root' | 'lead' | 'member'>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: name(value) }))
  return (
    <FieldRow>
      <ChoiceField place={[...at, 'from']} label={t('training.stepFrom')} options={people(['root', 'lead'])} />
      <ChoiceField place={[...at, 'to']} label={t('training.stepTo')} options={people(['lead', 'member'])} />
      <ChoiceField
        place={[...at, 'course']}
        label={t('training.stepCourse')}
        options={courses.map((course) => ({ value: course.key, label: text(course.name) }))}
      />
    </FieldRow>
  )
}
