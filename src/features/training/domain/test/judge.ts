import type { Question } from './question.ts'

/** The options that were chosen, by question. */
export type Answers = Readonly<Record<string, readonly string[]>>

export type Judged = {
  readonly percent: number
  readonly passed: boolean
  readonly items: readonly { readonly item: string; readonly asked: number; readonly right: number }[]
  readonly questions: readonly { readonly key: string; readonly right: boolean }[]
}

/** A question is right when exactly the right options were chosen. A test without questions is passed by nobody. */
export function judgeTest(questions: readonly Question[], answers: Answers, passPercent: number): Judged {
  const judged = questions.map((question) => ({ question, right: isRight(question, answers[question.key] ?? []) }))
  const right = judged.filter((one) => one.right).length
  const percent = questions.length === 0 ? 0 : Math.floor((100 * right) / questions.length)
  const items = [...new Set(questions.map(({ item }) => item))].map((item) => {
    const own = judged.filter(({ question }) => question.item === item)
    return { item, asked: own.length, right: own.filter((one) => one.right).length }
  })
  return {
    percent,
    passed: questions.length > 0 && percent >= passPercent,
    items,
    questions: judged.map(({ question, right: isCorrect }) => ({ key: question.key, right: isCorrect })),
  }
}

function isRight({ options }: Question, chosen: readonly string[]): boolean {
  const wanted = new Set(options.filter(({ right }) => right).map(({ key }) => key))
  const given = new Set(chosen)
  return wanted.size === given.size && [...wanted].every((key) => given.has(key))
}
