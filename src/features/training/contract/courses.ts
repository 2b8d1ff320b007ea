import { z } from 'zod'
import { longestKey } from '#features/plan/domain/key-form.ts'
import { fewestOptions, mostOptions } from '../domain/test/question.ts'
import { mostPages } from '../domain/content/page.ts'
import { CourseName, CourseSummary, Id, Instant, Key, Person, staff, Why, Words } from './parts.ts'

const Written = z.string().trim().max(20_000)
const Title = z.strictObject({ nl: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) })
const OneText = z.strictObject({ nl: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) })
const Source = z.url({ protocol: /^https?$/ }).max(500)

export const ContentPage = z
  .strictObject({
    title: Title,
    /** A share of the agenda item's minutes. */
    minutes: z.int().min(1).max(600),
    /** Light form: paragraphs, `- ` lists, `1. ` steps, `| a | b |` tables. */
    body: z.strictObject({ nl: Written, en: Written }),
    notes: z.strictObject({ nl: Written, en: Written }),
    sources: z.array(Source).max(10),
  })
  .meta({ id: 'CoursePage' })

export const Question = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .max(longestKey),
    item: Key,
    text: OneText,
    options: z
      .array(z.strictObject({ key: z.string().min(1).max(20), text: OneText, right: z.boolean() }))
      .min(fewestOptions)
      .max(mostOptions),
    explanation: OneText,
    source: Source.nullable(),
  })
  .meta({ id: 'CourseQuestion' })

const Edited = z.strictObject({ by: Person, at: Instant })

const AgendaItem = z.strictObject({
  key: Key,
  name: Words,
  minutes: z.int(),
  form: z.enum(['theory', 'practice', 'questions']),
  material: z.array(z.strictObject({ name: Words, url: z.string() })),
  /** Who wrote these pages; null: they came with Tierwise, or from the plan. */
  edited: Edited.nullable(),
  /** Whether Tierwise has pages for it to go back to. */
  hasOurs: z.boolean(),
  pages: z.array(ContentPage.extend({ minutes: z.int() })),
})

export const CourseView = z
  .strictObject({
    course: CourseSummary,
    planVersion: z.int(),
    agenda: z.array(AgendaItem),
    questions: z.int(),
    may: z.strictObject({ edit: z.boolean(), train: z.boolean(), plan: z.boolean() }),
  })
  .meta({ id: 'Course' })
export type CourseView = z.infer<typeof CourseView>

const Asked = z.strictObject({
  key: z.string(),
  item: Key,
  text: Words,
  options: z.array(z.strictObject({ key: z.string(), text: Words })),
  choose: z.enum(['one', 'all-that-apply']),
})

export const AttemptView = z
  .strictObject({
    id: Id,
    course: CourseName,
    /** One agenda item, where somebody trains again; null: the whole course. */
    item: Key.nullable(),
    passPercent: z.int(),
    begunAt: Instant,
    handedInAt: Instant.nullable(),
    questions: z.array(Asked),
    /** Only once it is handed in. */
    result: z
      .strictObject({
        percent: z.int(),
        passed: z.boolean(),
        items: z.array(z.strictObject({ item: Key, name: Words, asked: z.int(), right: z.int() })),
        questions: z.array(
          z.strictObject({
            key: z.string(),
            right: z.boolean(),
            chosen: z.array(z.string()),
            rightOptions: z.array(z.string()),
            explanation: Words,
            source: z.string().nullable(),
          }),
        ),
        /** What stands between them and the certificate. */
        left: z.array(z.enum(['attend', 'pass', 'practise'])),
        certificate: z.string().nullable(),
        /** Null: another try may begin now. */
        again: Why.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'TrainingTest' })
export type AttemptView = z.infer<typeof AttemptView>

export const BankView = z
  .strictObject({
    course: CourseName,
    items: z.array(z.strictObject({ key: Key, name: Words })),
    questions: z.array(
      z.strictObject({
        question: Question,
        state: z.enum(['ours', 'changed', 'own', 'left-out']),
        edited: Edited.nullable(),
      }),
    ),
  })
  .meta({ id: 'CourseQuestions' })
export type BankView = z.infer<typeof BankView>

const course = z.strictObject({ key: Key })

export const courseRoutes = {
  'GET /api/v1/training/courses': {
    access: staff,
    summary: 'The courses of the published plan',
    answer: z.strictObject({ courses: z.array(CourseSummary) }),
  },
  'GET /api/v1/training/courses/:key': {
    access: staff,
    summary: "A course with its content, in both languages, made for the organisation's own plan",
    params: course,
    answer: CourseView,
  },
  'PUT /api/v1/training/courses/:key/items/:item': {
    access: staff,
    summary: 'Change what an agenda item tells; null brings ours back',
    params: course.extend({ item: Key }),
    body: z.strictObject({ pages: z.array(ContentPage).min(1).max(mostPages).nullable() }),
    answer: CourseView,
  },
  'GET /api/v1/training/courses/:key/items/:item/versions': {
    access: staff,
    summary: 'What an agenda item told before, newest first',
    params: course.extend({ item: Key }),
    answer: z.strictObject({
      versions: z.array(z.strictObject({ ...Edited.shape, pages: z.array(ContentPage).nullable() })),
    }),
  },
  'GET /api/v1/training/courses/:key/questions': {
    access: staff,
    summary: "The questions of a course's test with their answers, for those who keep them",
    params: course,
    answer: BankView,
  },
  'PUT /api/v1/training/courses/:key/questions/:question': {
    access: staff,
    summary: 'Change, add, leave out or bring back a question',
    params: course.extend({
      question: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]*$/)
        .max(longestKey),
    }),
    body: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('changed'), question: Question.omit({ key: true }) }),
      z.strictObject({ state: z.literal('left-out') }),
      z.strictObject({ state: z.literal('ours') }),
    ]),
    answer: BankView,
  },
  'POST /api/v1/training/courses/:key/tests': {
    access: staff,
    summary: 'Begin the test of a course, or go on with the one that is open',
    params: course,
    answer: AttemptView,
  },
  'GET /api/v1/training/tests/:id': {
    access: staff,
    summary: 'Your own test; right answers only once it is handed in',
    params: z.strictObject({ id: Id }),
    answer: AttemptView,
  },
  'POST /api/v1/training/tests/:id/answers': {
    access: staff,
    summary: 'Hand your test in',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({
      answers: z.record(z.string().max(60), z.array(z.string().max(20)).max(mostOptions)),
    }),
    answer: AttemptView,
  },
} as const
