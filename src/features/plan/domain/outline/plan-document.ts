import type { Language } from '#features/people/domain/person.ts'

/** A run of words on a line of its own. */
export type Line = {
  readonly text: string
  /** Where the words lead. */
  readonly link?: string
  /** Says more about the line above it. */
  readonly quiet?: boolean
}
export type Lines = readonly Line[]

export type Fact = { readonly label: string; readonly value: Lines }

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly quiet: boolean }
export type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Lines[] }
export type Facts = { readonly kind: 'facts'; readonly items: readonly Fact[] }
/** The first cell of a row names the row. */
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly head: string /** Share of the width. */; readonly share: number }[]
  readonly rows: readonly (readonly Lines[])[]
}
/** A block with a name and a tier's colour, such as a contact card; kept on one page. */
export type Card = {
  readonly kind: 'card'
  readonly level: number | null
  readonly title: string
  readonly blocks: readonly (Paragraph | List | Facts | Table)[]
}
export type FigureBlock = {
  readonly kind: 'figure'
  readonly figure: Figure
  /** What the drawing says, for whoever does not see it. */
  readonly alt: string
  readonly caption: string
}
export type Signatures = {
  readonly kind: 'signatures'
  readonly head: {
    readonly role: string
    readonly name: string
    readonly date: string
    readonly signature: string
  }
  readonly rows: readonly { readonly role: string; readonly name: string }[]
}
export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
export type Block = Heading | Paragraph | List | Facts | Table | Card | FigureBlock | Signatures

/** A place on a ticket's way; the requester has no level. */
export type Stop = { readonly level: number | null; readonly name: string; readonly lines: readonly string[] }

export type Figure = TierChart | ProcessPath | RolloutChart
/** Who stands above whom, the highest first. */
export type TierChart = { readonly kind: 'tiers'; readonly stops: readonly Stop[] }
/** From the requester up; the ways lie between a stop and the next one. */
export type ProcessPath = {
  readonly kind: 'path'
  readonly stops: readonly Stop[]
  readonly ways: readonly Way[]
}
/** Null where nothing goes that way; `step` is the number of the step in the text. */
export type Way = {
  readonly up: { readonly step: number | null; readonly label: string }
  readonly down: { readonly step: number | null; readonly label: string } | null
}
/** Offsets and lengths are shares of the whole time. */
export type RolloutChart = {
  readonly kind: 'calendar'
  readonly bars: readonly {
    readonly kind: 'phase' | 'wave' | 'bridge'
    readonly name: string
    readonly when: string
    readonly offset: number
    readonly length: number
  }[]
  readonly months: readonly { readonly name: string; readonly offset: number }[]
}

/** A support plan as a document that is read, printed and signed: what it says in what order, not how it looks. */
export type PlanDocument = {
  readonly language: Language
  readonly title: string
  readonly organisation: string | null
  /** For whoever lists files: what kind of document this is. */
  readonly subject: string
  readonly author: string
  /** A calendar day. Everything that a file says about its own date is this day, so that the same plan gives the same bytes. */
  readonly day: string
  /** Stands on every page of what is not in force. */
  readonly draftMark: string | null
  /** At the foot of each page. */
  readonly footer: string
  /** `{page}` and `{pages}` are put in by whoever counts them. */
  readonly pageOf: string
  readonly contents: string
  readonly cover: readonly Fact[]
  readonly blocks: readonly Block[]
}
