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
/** A block with a name and a tier's colour, such as a contact card; kept on one page where it fits. */
export type Card = {
  readonly kind: 'card'
  /** The tier, 1 to 4; null: no tier. */
  readonly level: number | null
  readonly title: string
  readonly blocks: readonly (Paragraph | List | Facts | Table)[]
}
/** A drawing as SVG, in parts that each fit on a page. Its words are written in `Source Sans 3`. */
export type Drawing = {
  readonly kind: 'figure'
  readonly svg: readonly string[]
  /** Share of the width of the text. */
  readonly width: number
  /** What the drawing says, for whoever does not see it. */
  readonly alt: string
  readonly caption: string
}
/** Lines to sign on. */
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
export type Block = Heading | Paragraph | List | Facts | Table | Card | Drawing | Signatures

/**
 * A document to read, print and sign, as `pdfOf` takes it: what it says in what order, in the words of one language. What people
 * typed may stand in it as they typed it: it is never read as markup, and signs that no document can hold are left out.
 */
export type Report = {
  readonly language: 'nl' | 'en'
  readonly title: string
  /** Above the title. */
  readonly organisation: string | null
  /** What kind of document this is: below the title, and for whoever lists files. */
  readonly subject: string
  readonly author: string
  /** A calendar day, `2026-12-01`. All that the file says about its own date is this day, so that the same report gives the same bytes. */
  readonly day: string
  /** Stands on every page of what is not in force, or not agreed. */
  readonly draftMark: string | null
  /** At the foot of each page. */
  readonly footer: string
  /** `{page}` and `{pages}` are put in while it is printed. */
  readonly pageOf: string
  /** The heading of the table of contents. With one, the report has a cover of its own, as a plan; null: it begins on its first page, as minutes. */
  readonly contents: string | null
  /** Facts below the title. */
  readonly cover: readonly Fact[]
  readonly blocks: readonly Block[]
}
