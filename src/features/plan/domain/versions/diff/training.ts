import type { SupportPlan } from '../../document/support-plan.ts'
import type { Course, Training } from '../../document/training.ts'
import {
  about,
  bag,
  bagOf,
  byKey,
  byName,
  change,
  chosen,
  daysOf,
  type Differ,
  field,
  inOrder,
  list,
  minutesOf,
  parts,
  plain,
  say,
  sentence,
  shortName,
  textOf,
} from './differ.ts'
import { courseNamed, phaseNamed, resourceNamed } from './naming.ts'

type Lineage = Training['lineage']
type AgendaItem = Course['agenda'][number]

const agenda = list<AgendaItem>({
  by: [byKey, byName],
  subject: ({ name }, { after, place }) =>
    about('agenda', {
      name: { text: name },
      course: { text: after.training.courses[Number(place[2])]?.name ?? { nl: '', en: '' } },
    }),
  item: parts<AgendaItem>({
    key: shortName,
    name: textOf('name'),
    minutes: minutesOf('length'),
    form: chosen('form', 'training.forms'),
    material: bagOf<string>('material', (key, at) => resourceNamed(key, at.after, at.before)),
  }),
  added: ({ name, minutes, form }, at) => ({
    code: 'agenda-added',
    values: {
      name: { text: name },
      subject: at.subject,
      minutes: { minutes },
      form: say(`training.forms.${form}`),
    },
  }),
})

const total = ({ agenda: items }: Course) => ({
  minutes: items.reduce((sum, item) => sum + (Number.isFinite(item.minutes) ? item.minutes : 0), 0),
})

const courses = list<Course>({
  by: [byKey, byName],
  subject: ({ name }) => about('course', { name: { text: name } }),
  item: parts<Course>({
    key: shortName,
    name: textOf('name'),
    tier: plain('tier'),
    audience: chosen('audience', 'training.audiences'),
    agenda,
    passPercent: sentence('pass-percent', (before, after, at) => ({ subject: at.subject, before, after })),
    practiceTickets: plain('practiceTickets'),
    validMonths: sentence('valid-months', (before, after, at) => ({
      subject: at.subject,
      before: say('training.months', { count: before }),
      after: say('training.months', { count: after }),
    })),
    planned: field<Course['planned']>('planned', (planned, at) =>
      planned
        ? say('changes.planned', {
            starts: { day: planned.starts },
            ends: { day: planned.ends },
            phase: phaseNamed(planned.beforePhase, at.after, at.before),
          })
        : say('changes.noDay'),
    ),
  }),
  added: (course) => ({
    code: 'course-added',
    values: { name: { text: course.name }, tier: course.tier, length: total(course) },
  }),
})

type Step = Lineage['steps'][number]

const steps = (code: string) => (all: readonly Step[], at: { before: SupportPlan; after: SupportPlan }) =>
  all.map(({ from, to, course }) => ({
    code,
    values: {
      from: say(`training.people.${from}`),
      to: say(`training.people.${to}`),
      course: courseNamed(course, at.after, at.before),
    },
  }))

const lineage: Differ<Lineage> = parts<Lineage>({
  root: sentence('lineage-root', (before, after) => ({ before: { team: before }, after: { team: after } })),
  steps: bag<Step>({
    more: steps('step-more'),
    less: steps('step-less'),
    order: (at) => inOrder('lineage', at),
  }),
  trainerNeedsCertification: (_, needs, at) => [change(needs ? 'trainer-certified' : 'trainer-free', at, {})],
  retrainOn: bag<string>({
    more: (kinds) => kinds.map((kind) => ({ code: 'retrain-more', values: retrain(kind) })),
    less: (kinds) => kinds.map((kind) => ({ code: 'retrain-less', values: retrain(kind) })),
    order: (at) => inOrder('retrainOn', at),
  }),
  retrainWithinDays: daysOf('retrainWithin'),
})

const retrain = (kind: string) => ({ what: say(`training.changes.${kind}`) })

export const training: Differ<Training> = parts<Training>({ courses, lineage })
