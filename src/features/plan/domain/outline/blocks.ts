import type { Card, Facts, Fact, Heading, Lines, List, Paragraph, Table } from './plan-document.ts'

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text })

export const paragraph = (text: string, quiet = false): Paragraph => ({ kind: 'paragraph', text, quiet })

/** A text of several paragraphs, as its author typed them. */
export const paragraphs = (text: string): readonly Paragraph[] =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((one) => paragraph(one))

export const list = (items: readonly Lines[], ordered = false): List => ({ kind: 'list', ordered, items })

export const facts = (items: readonly Fact[]): Facts => ({ kind: 'facts', items })

/** A fact of one line. */
export const fact = (label: string, value: string): Fact => ({ label, value: [{ text: value }] })

export const card = (level: number | null, title: string, blocks: Card['blocks']): Card => ({
  kind: 'card',
  level,
  title,
  blocks,
})

/** Without rows there is no table. */
export function table(
  caption: string,
  columns: readonly (readonly [head: string, share: number])[],
  rows: Table['rows'],
): readonly Table[] {
  if (rows.length === 0) return []
  return [{ kind: 'table', caption, columns: columns.map(([head, share]) => ({ head, share })), rows }]
}

/** A heading and what stands under it; nothing when nothing does. */
export function section<Inside>(
  title: string,
  inside: readonly Inside[],
  level: Heading['level'] = 2,
): readonly (Heading | Inside)[] {
  return inside.length > 0 ? [heading(level, title), ...inside] : []
}
