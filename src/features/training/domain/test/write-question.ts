import type { Text } from '#features/plan/domain/document/text.ts'
import type { Question } from './question.ts'

type Words = readonly [nl: string, en: string]

/** A ready-made question: what is right stands first, in the source only; the options are shuffled when it is drawn. */
export function question(
  item: string,
  key: string,
  asked: Words,
  { right, wrong }: { readonly right: readonly Words[]; readonly wrong: readonly Words[] },
  explanation: Words,
  source: string | null = null,
): Question {
  const option = (isRight: boolean) => (words: Words, index: number) => ({
    key: `${isRight ? 'r' : 'w'}${index + 1}`,
    text: textOf(words),
    right: isRight,
  })
  return {
    key,
    item,
    text: textOf(asked),
    options: withPlainKeys([...right.map(option(true)), ...wrong.map(option(false))]),
    explanation: textOf(explanation),
    source,
  }
}

export const textOf = ([nl, en]: Words): Text => ({ nl, en })

/** Keys that do not tell which option is right: by the alphabet of what they say. */
function withPlainKeys(options: Question['options']): Question['options'] {
  const order = options.toSorted((one, other) => (one.text.en < other.text.en ? -1 : 1))
  return order.map((option, index) => ({ ...option, key: 'abcdefgh'[index] ?? `${index}` }))
}
