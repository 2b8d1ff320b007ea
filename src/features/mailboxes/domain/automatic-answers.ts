/** So that two desks that answer each other stop by themselves. */
export const automaticAnswersPerDay = 5

export type Withheld = 'suppressed' | 'answers-not-wanted' | 'answered-already' | 'too-many-answers'

/** Why an automatic answer to a mail does not go out, or null. */
export function withholdAnswer(known: {
  readonly mayAnswer: boolean
  readonly answeredTicket: boolean
  readonly answersInADay: number
}): Withheld | null {
  if (!known.mayAnswer) return 'answers-not-wanted'
  if (known.answeredTicket) return 'answered-already'
  return known.answersInADay >= automaticAnswersPerDay ? 'too-many-answers' : null
}
