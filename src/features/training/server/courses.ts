import type { z } from 'zod'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { staff } from '../contract/parts.ts'
import type { BankView, ContentPage as ContentPageShape, CourseView } from '../contract/courses.ts'
import { type ContentPage, timed } from '../domain/content/page.ts'
import { readyMadePages } from '../domain/content/ready-made.ts'
import { mayTrain } from '../domain/lineage/may-train.ts'
import { keepsCourses, plansTrainingSessions } from '../domain/rights.ts'
import { bankOf, type QuestionEdit, readyMadeBank } from '../domain/test/bank.ts'
import { isAnswerable, type Question } from '../domain/test/question.ts'
import { InvalidInput } from '#platform/errors.ts'
import { allowed, found } from './must.ts'
import { courseIn, nameOf, planInForce, summaryOf } from './plan.ts'
import { allCertificates } from './store/certificates.ts'
import {
  addContent,
  addQuestionEdit,
  contentInForce,
  contentVersions,
  type Edited,
  questionEdits,
} from './store/contents.ts'

type PageShape = z.input<typeof ContentPageShape>

/** The pages of one agenda item as the organisation has them now. */
export async function itemPages(
  tx: Tx,
  plan: SupportPlan,
  course: Course,
  item: string,
): Promise<readonly ContentPage[]> {
  const edit = (await contentInForce(tx, course.key)).find((one) => one.item === item)
  return edit?.pages ?? readyMadePages(plan, course, item, knownIssues())
}

/** The questions of a course as the organisation has them now. */
export async function courseBank(tx: Tx, plan: SupportPlan, course: Course): Promise<readonly Question[]> {
  return bankOf(readyMadeBank(plan, course), await questionEdits(tx, course.key))
}

export async function courseView(tx: Tx, actor: PersonActor, key: string): Promise<CourseView> {
  const inForce = await planInForce(tx)
  const { document: plan } = inForce
  const course = courseIn(inForce, key)
  const edits = new Map((await contentInForce(tx, key)).map((edit) => [edit.item, edit]))
  const certificates = await allCertificates(tx)
  const trains = mayTrain(plan, course, actor, certificates, tx.now).ok
  return {
    course: summaryOf(course),
    planVersion: inForce.number,
    agenda: course.agenda.map((item) => {
      const ours = readyMadePages(plan, course, item.key, knownIssues())
      const edit = edits.get(item.key)
      return {
        key: item.key,
        name: { ...item.name },
        minutes: item.minutes,
        form: item.form,
        material: item.material.flatMap((one) => {
          const resource = plan.involvement.resources.find((known) => known.key === one)
          return resource ? [{ name: { ...resource.name }, url: resource.url }] : []
        }),
        edited: edit ? editedView(edit) : null,
        hasOurs: ours.length > 0,
        pages: timed(edit?.pages ?? ours, item.minutes).map(pageView),
      }
    }),
    questions: (await courseBank(tx, plan, course)).length,
    may: { edit: keepsCourses(plan, actor), train: trains, plan: trains || plansTrainingSessions(actor) },
  }
}

export async function changeContent(
  tx: Tx,
  actor: PersonActor,
  { key, item, pages }: { key: string; item: string; pages: readonly ContentPage[] | null },
): Promise<CourseView> {
  const inForce = await planInForce(tx)
  const course = courseIn(inForce, key)
  allowed(keepsCourses(inForce.document, actor))
  found(course.agenda.find((one) => one.key === item))
  await addContent(tx, actor.personId, { course: key, item, pages })
  await announce(tx, { topic: 'training', subject: key, audience: { roles: staff } })
  return courseView(tx, actor, key)
}

export async function itemVersions(tx: Tx, actor: PersonActor, key: string, item: string) {
  const inForce = await planInForce(tx)
  courseIn(inForce, key)
  allowed(keepsCourses(inForce.document, actor))
  const versions = await contentVersions(tx, key, item)
  return versions.map((one) => ({ ...editedView(one), pages: one.pages?.map(pageView) ?? null }))
}

export async function bankView(tx: Tx, actor: PersonActor, key: string): Promise<BankView> {
  const inForce = await planInForce(tx)
  const course = courseIn(inForce, key)
  allowed(keepsCourses(inForce.document, actor))
  const ours = readyMadeBank(inForce.document, course)
  const edits = await questionEdits(tx, key)
  const known = new Set(ours.map((one) => one.key))
  const own = edits.filter((edit) => !known.has(edit.key) && edit.state === 'changed')
  return {
    course: nameOf(course),
    items: course.agenda.map((item) => ({ key: item.key, name: { ...item.name } })),
    questions: [
      ...ours.map((question) => {
        const edit = edits.find((one) => one.key === question.key && one.state !== 'ours')
        return {
          question: questionView(edit?.question ?? question),
          state: edit ? (edit.state as 'changed' | 'left-out') : ('ours' as const),
          edited: edit ? editedView(edit.edited) : null,
        }
      }),
      ...own.flatMap(({ question, edited }) =>
        question ? [{ question: questionView(question), state: 'own' as const, edited: editedView(edited) }] : [],
      ),
    ],
  }
}

export async function changeQuestion(
  tx: Tx,
  actor: PersonActor,
  key: string,
  edit: QuestionEdit,
): Promise<BankView> {
  const inForce = await planInForce(tx)
  const course = courseIn(inForce, key)
  allowed(keepsCourses(inForce.document, actor))
  const isOurs = readyMadeBank(inForce.document, course).some((one) => one.key === edit.key)
  if (!isOurs && edit.state !== 'changed') {
    const known = (await questionEdits(tx, key)).some((one) => one.key === edit.key)
    found(known ? edit : null)
  }
  if (edit.question) mustBeGood(course, edit.question)
  await addQuestionEdit(tx, actor.personId, key, edit)
  return bankView(tx, actor, key)
}

function mustBeGood(course: Course, question: Question): void {
  const problems = [
    ...(course.agenda.some((item) => item.key === question.item)
      ? []
      : [{ path: 'question.item', code: 'unknown-item' }]),
    ...(isAnswerable(question) ? [] : [{ path: 'question.options', code: 'right-and-wrong' }]),
    ...(new Set(question.options.map(({ key }) => key)).size === question.options.length
      ? []
      : [{ path: 'question.options', code: 'option-twice' }]),
  ]
  if (problems.length > 0) throw new InvalidInput(problems)
}

const editedView = ({ by, at }: Edited) => ({ by: { ...by }, at })

function pageView(page: ContentPage): PageShape {
  return {
    title: { ...page.title },
    minutes: page.minutes,
    body: { ...page.body },
    notes: { ...page.notes },
    sources: [...page.sources],
  }
}

function questionView(question: Question): BankView['questions'][number]['question'] {
  return {
    ...question,
    text: { ...question.text },
    explanation: { ...question.explanation },
    options: question.options.map((option) => ({ ...option, text: { ...option.text } })),
  }
}
