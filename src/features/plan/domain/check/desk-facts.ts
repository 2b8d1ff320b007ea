/** What only a running desk knows about the plan's teams, people and links. */
export type DeskFacts = {
  /** Per team key. Disabled people are not counted. */
  readonly teams: Readonly<Record<string, TeamFacts>>
  /** Who may work in a tier now, with the teams they are in. */
  readonly certified: readonly CertifiedPerson[]
  /** How many people who can sign in hold each role. */
  readonly roles: Readonly<Record<string, number>>
  /** What the last look at each link found; links never looked at are absent. */
  readonly links: Readonly<Record<string, LinkFact>>
}

export type TeamFacts = { readonly members: number; readonly leads: number }

export type CertifiedPerson = {
  readonly tier: number
  readonly teams: readonly string[]
  readonly leads: readonly string[]
}

export const linkOutcomes = ['ok', 'gone', 'unreachable', 'unclear'] as const
/** `unclear`: the page lets no machine in, or may not be looked at from here; people may get there all the same. */
export type LinkOutcome = (typeof linkOutcomes)[number]

export type LinkFact = {
  readonly checkedAt: string
  readonly outcome: LinkOutcome
  readonly status: number | null
}
