import { chanceOf, shuffled } from '../chance.ts'
import { isAnswerable, type Question } from './question.ts'

/** Questions of one test, when the bank has enough. */
export const questionsPerTest = 10

type Item = { readonly key: string; readonly minutes: number }

/**
 * Draws a test from the bank, the same for the same seed: at least one question of every agenda item that has any, the others by
 * the minutes that the items take; in the order of the agenda, with the options shuffled.
 */
export function drawTest(
  bank: readonly Question[],
  agenda: readonly Item[],
  seed: number,
  count = questionsPerTest,
): readonly Question[] {
  const chance = chanceOf(seed)
  const piles = agenda.map((item) => ({
    item,
    taken: 0,
    left: shuffled(
      bank.filter((question) => question.item === item.key && isAnswerable(question)),
      chance,
    ),
  }))
  const wanted = Math.max(count, piles.filter(({ left }) => left.length > 0).length)
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const open = piles.filter(({ taken, left }) => taken < left.length)
    // The item that is furthest behind what its minutes ask for; one without any question yet goes first.
    const next = open.toSorted((one, other) => urgency(other) - urgency(one))[0]
    if (!next) break
    next.taken += 1
  }
  return piles.flatMap(({ taken, left }) =>
    left.slice(0, taken).map((question) => ({ ...question, options: shuffled(question.options, chance) })),
  )
}

function urgency({ item, taken }: { readonly item: Item; readonly taken: number }): number {
  return taken === 0 ? Number.POSITIVE_INFINITY : item.minutes / taken
}
