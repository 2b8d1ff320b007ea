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

type Said = { readonly state: (state: CheckState) => string; readonly who: (tick: Ticked) => string }

/** The checks as the next tier reads them, the first made first: one line for each, with what was found and who made it. */
export function stepsTried(ticked: readonly Ticked[], language: 'nl' | 'en', said: Said): string {
  return ticked
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map((tick) => {
      const note = tick.note.trim() === '' ? '' : ` ${tick.note.trim()}`
      return `- ${tick.words[language]} ${said.state(tick.state)}${note} (${said.who(tick)})`
    })
    .join('\n')
}
