import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { overviewQuestions } from './overview-questions.ts'
import { planQuestions } from './plan-questions.ts'
import { problemQuestions } from './problem-questions.ts'
import type { Question } from './question.ts'
import { toolQuestions } from './tool-questions.ts'

/** The ready-made questions of a course, some of them from the plan itself. Only items that its agenda has are asked about. */
export function readyMadeBank(plan: SupportPlan, course: Course): readonly Question[] {
  const tier = Math.min(Math.max(course.tier, 1), 3) as 1 | 2 | 3
  const items = new Set(course.agenda.map(({ key }) => key))
  return [
    ...planQuestions(plan, course.tier),
    ...overviewQuestions,
    ...problemQuestions[tier],
    ...toolQuestions,
  ].filter(({ item }) => items.has(item))
}

/** What an organisation says of one question: its own words, that it is left out, or that ours hold again. */
export type QuestionEdit = {
  readonly key: string
  readonly state: 'changed' | 'left-out' | 'ours'
  readonly question: Question | null
}

/** The bank as the organisation has it; `edits` holds the last of each question. */
export function bankOf(readyMade: readonly Question[], edits: readonly QuestionEdit[]): readonly Question[] {
  const byKey = new Map(edits.map((edit) => [edit.key, edit]))
  const kept = readyMade.flatMap((question) => {
    const edit = byKey.get(question.key)
    if (edit?.state === 'left-out') return []
    return edit?.state === 'changed' && edit.question ? [edit.question] : [question]
  })
  const ours = new Set(readyMade.map(({ key }) => key))
  const own = edits.flatMap(({ key, state, question }) =>
    state === 'changed' && question && !ours.has(key) ? [question] : [],
  )
  return [...kept, ...own]
}
