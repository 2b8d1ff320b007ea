import type { Text } from '#features/plan/domain/document/text.ts'

/** A question of a test. More than one option may be right: then all of them are asked for. */
export type Question = {
  readonly key: string
  /** The agenda item that it belongs to. */
  readonly item: string
  readonly text: Text
  readonly options: readonly { readonly key: string; readonly text: Text; readonly right: boolean }[]
  /** Told after the test, also to who had it right. */
  readonly explanation: Text
  /** Where the fact is documented; null where the plan itself is the source. */
  readonly source: string | null
}

export const fewestOptions = 2
export const mostOptions = 8

/** A question that can be answered: something is right, something is not. */
export function isAnswerable({ options }: Pick<Question, 'options'>): boolean {
  return options.some(({ right }) => right) && options.some(({ right }) => !right)
}

/** What a person sees of it before the test is handed in: no answer, no explanation. */
export type Asked = {
  readonly key: string
  readonly item: string
  readonly text: Text
  readonly options: readonly { readonly key: string; readonly text: Text }[]
  /** How many options are right: one is chosen, several are ticked. */
  readonly choose: 'one' | 'all-that-apply'
}

export function asAsked({ key, item, text, options }: Question): Asked {
  return {
    key,
    item,
    text,
    options: options.map((option) => ({ key: option.key, text: option.text })),
    choose: options.filter(({ right }) => right).length === 1 ? 'one' : 'all-that-apply',
  }
}
