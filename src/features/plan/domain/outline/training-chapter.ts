import type { SupportPlan } from '../document/support-plan.ts'
import type { Course } from '../document/training.ts'
import { card, facts, heading, list, paragraph, section, table } from './blocks.ts'
import type { Block, Fact, Line } from './plan-document.ts'
import { line, linked, type Speech } from './speech.ts'

export function trainingChapter(plan: SupportPlan, speech: Speech): readonly Block[] {
  const { t } = speech
  return [
    heading(1, t('chapters.training')),
    paragraph(t('document.training.text')),
    ...section(
      t('training.courses'),
      plan.training.courses.map((course) => courseCard(plan, course, speech)),
    ),
    ...section(t('training.lineage'), lineage(plan, speech)),
  ]
}

function courseCard(plan: SupportPlan, course: Course, { t, text, minutes, day, phase }: Speech): Block {
  const total = course.agenda.reduce((sum, item) => sum + item.minutes, 0)
  const items: Fact[] = [
    { label: t('training.audience'), value: line(t(`training.audiences.${course.audience}`)) },
    { label: t('training.minutes'), value: line(minutes(total)) },
    {
      label: t('training.pass'),
      value: line(t('training.passText', { percent: course.passPercent, count: course.practiceTickets })),
    },
    { label: t('training.valid'), value: line(t('training.months', { count: course.validMonths })) },
  ]
  if (course.planned) {
    const { starts, ends, beforePhase } = course.planned
    const when = t('document.fromTo', { from: day(starts), to: day(ends) })
    items.push({
      label: t('document.training.planned'),
      value: line(t('document.training.beforePhase', { when, phase: phase(beforePhase) })),
    })
  }
  const material = (keys: readonly string[]): readonly Line[] =>
    keys.flatMap((key) => {
      const resource = plan.involvement.resources.find((one) => one.key === key)
      return resource ? [{ ...linked(text(resource.name), resource.url), quiet: true }] : []
    })
  return card(course.tier, text(course.name), [
    facts(items),
    ...table(
      t('training.agenda'),
      [
        [t('training.item'), 5],
        [t('training.minutes'), 2],
        [t('training.form'), 2],
      ],
      course.agenda.map((item) => [
        [{ text: text(item.name) }, ...material(item.material)],
        line(minutes(item.minutes)),
        line(t(`training.forms.${item.form}`)),
      ]),
    ),
  ])
}

/** The team that starts trains the leads, who train their members. */
function lineage({ training }: SupportPlan, { t, text, team }: Speech): readonly Block[] {
  const { root, steps, trainerNeedsCertification, retrainOn, retrainWithinDays } = training.lineage
  const course = (key: string) => {
    const found = training.courses.find((one) => one.key === key)
    return found ? text(found.name) : key
  }
  const who = { root: team(root), lead: t('training.leads'), member: t('training.members') }
  return [
    ...(steps.length > 0
      ? [
          list(
            steps.map((step) =>
              line(t('training.step', { from: who[step.from], to: who[step.to], course: course(step.course) })),
            ),
          ),
        ]
      : []),
    facts([
      { label: t('training.root'), value: line(team(root)) },
      {
        label: t('training.trainer'),
        value: line(t(trainerNeedsCertification ? 'training.trainerCertified' : 'training.trainerFree')),
      },
      {
        label: t('training.retrain'),
        value: line(retrainOn.map((change) => t(`training.changes.${change}`)).join(', ') || t('training.never')),
      },
      ...(retrainOn.length > 0
        ? [{ label: t('training.retrainWithin'), value: line(t('rules.days', { count: retrainWithinDays })) }]
        : []),
    ]),
  ]
}
