import type { AttemptView, BankView } from '#features/training/contract/courses.ts'
import type { SessionView } from '#features/training/contract/sessions.ts'
import type { Colleague } from './browser-journey-people.ts'
import { newDraft } from './browser-journey-plan.ts'

/** Publishes the plan without practice tickets, which have a journey of their own. */
export async function withoutPracticeTickets(root: Colleague): Promise<void> {
  const draft = await newDraft(root.api)
  const document = structuredClone(draft.document)
  for (const course of document.training.courses) course.practiceTickets = 0
  const { revision } = await root.api<{ revision: number }>('PUT', '/api/v1/plan/draft', {
    revision: draft.revision,
    document,
  })
  const reason = 'Oefenen komt later'
  await root.api('POST', '/api/v1/plan/draft/publish', { revision, reason })
}

const minutesOn = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

/** Plans a training session that begins in a few minutes, so that one can attend it now. Its id. */
export async function plansTraining(
  planner: Colleague,
  given: { readonly course: string; readonly trainer: Colleague; readonly people: readonly Colleague[] },
): Promise<string> {
  const { trainingSession } = await planner.api<SessionView>('POST', '/api/v1/training/sessions', {
    courseKey: given.course,
    trainerId: given.trainer.id,
    startsAt: minutesOn(5),
    endsAt: minutesOn(155),
    timeZone: 'Europe/Amsterdam',
    place: 'Zaal 3',
    link: null,
    seats: 8,
    language: 'nl',
    personIds: given.people.map(({ id }) => id),
  })
  return trainingSession.id
}

/** The trainer ticks who is there. */
export async function notesAttendance(trainer: Colleague, id: string, person: Colleague): Promise<void> {
  await trainer.api('PUT', `/api/v1/training/sessions/${id}/attendance/${person.id}`, { attended: true })
}

/** The right options of each question, by its key: whoever keeps the courses may see them. */
export async function rightOptions(keeper: Colleague, course: string): Promise<ReadonlyMap<string, string[]>> {
  const { questions } = await keeper.api<BankView>('GET', `/api/v1/training/courses/${course}/questions`)
  return new Map(
    questions.map(({ question }) => [
      question.key,
      question.options.filter(({ right }) => right).map(({ key }) => key),
    ]),
  )
}

/** Takes the test of a course through the API, all of it right or nothing. */
export async function takesTest(
  who: Colleague,
  course: string,
  right: ReadonlyMap<string, string[]> | null,
): Promise<AttemptView> {
  const begun = await who.api<AttemptView>('POST', `/api/v1/training/courses/${course}/tests`)
  const answers = Object.fromEntries(begun.questions.map(({ key }) => [key, right?.get(key) ?? []]))
  return who.api<AttemptView>('POST', `/api/v1/training/tests/${begun.id}/answers`, { answers })
}
