import type { InBoth } from '#features/knowledge/domain/known-issue.ts'

/** What became of a check: done and nothing found, found something, or it does not apply here. */
export const checkStates = ['done', 'found', 'not-applicable'] as const
export type CheckState = (typeof checkStates)[number]

/** A check of a known issue that somebody made on a ticket, in the words that it had then. */
export type Ticked = {
  readonly issueId: string
  readonly words: InBoth<string>
  readonly state: CheckState
  readonly note: string
  readonly by: string
  readonly at: string
}

/** The tick of a check as it stands now: one whose words were changed since has to be made again. */
export function tickOf<One extends Pick<Ticked, 'issueId' | 'words'>>(
  ticked: readonly One[],
  issueId: string,
  words: InBoth<string>,
): One | null {
  return (
    ticked.find((one) => one.issueId === issueId && one.words.en === words.en && one.words.nl === words.nl) ?? null
  )
}

/** Who says whether an issue helped: an agent who tried it, how the contact with the requester ended, or the requester before they reported. */
export const outcomeSayers = ['agent', 'contact', 'requester'] as const

/** What was said of a known issue on a ticket. */
export type Outcome = {
  readonly issueId: string
  readonly helped: boolean
  readonly saidBy: (typeof outcomeSayers)[number]
  /** Null where nobody in particular said it. */
  readonly by: string | null
  readonly at: string
}

type Said = {
  /** The known issue that checks and an outcome belong to, by its symptom; null where it is not known any more. */
  readonly issue: (issueId: string) => string | null
  /** What became of a check; what was noted says more than the button does, so that it takes its place. */
  readonly made: (state: CheckState, note: string) => string
  readonly outcome: (outcome: Outcome) => string
  readonly who: (personId: string) => string
}

/**
 * What was tried, as the next tier reads it: per known issue its symptom, a line for each check with what was found and who made it, and
 * whether it helped. What was begun first stands first. Null where nothing was tried.
 */
export function stepsTried(
  ticked: readonly Ticked[],
  outcomes: readonly Outcome[],
  language: 'nl' | 'en',
  said: Said,
): { readonly text: string; readonly at: string } | null {
  const steps = [
    ...ticked.map(({ issueId, at, words, state, note, by }) => ({
      ...{ issueId, at },
      line: `${words[language]} ${said.made(state, note.trim())}${signed(said.who(by))}`,
    })),
    ...outcomes.map((outcome) => ({
      ...{ issueId: outcome.issueId, at: outcome.at },
      line: `${said.outcome(outcome)}${outcome.by === null ? '' : signed(said.who(outcome.by))}`,
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const last = steps.at(-1)
  if (!last) return null
  const text = [...Map.groupBy(steps, ({ issueId }) => issueId)]
    .map(([issueId, own]) => [said.issue(issueId), ...own.map(({ line }) => `- ${line}`)])
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .join('\n\n')
  return { text, at: last.at }
}

function signed(name: string): string {
  return name === '' ? '' : ` (${name})`
}
