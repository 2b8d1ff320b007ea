/** What a page's words are made of, for whoever lays them out. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

const cells = (line: string) =>
  line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim())

/**
 * Reads the light form in which people write pages: an empty line begins a paragraph, `- ` a line of a list, `1. ` a numbered one,
 * `| a | b |` a row of a table, whose first row are its heads. Everything else is text as it stands: nothing here is HTML.
 */
export function blocksOf(words: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let [kind, lines]: [Kind | null, string[]] = [null, []]
  for (const line of [...words.split('\n').map((one) => one.trim()), '']) {
    const next = kindOf(line)
    if (next !== kind) {
      if (kind !== null) blocks.push(...blockOf(kind, lines))
      ;[kind, lines] = [next, []]
    }
    lines.push(line)
  }
  return blocks
}

type Kind = 'paragraph' | 'bullets' | 'numbers' | 'table'

function kindOf(line: string): Kind | null {
  if (line === '') return null
  if (/^[-*] /.test(line)) return 'bullets'
  if (/^\d{1,2}[.)] /.test(line)) return 'numbers'
  return line.startsWith('|') ? 'table' : 'paragraph'
}

function blockOf(kind: Kind, lines: readonly string[]): readonly TextBlock[] {
  if (kind === 'paragraph') return [{ kind, text: lines.join(' ') }]
  if (kind === 'bullets') return [{ kind: 'list', ordered: false, items: lines.map((line) => line.slice(2)) }]
  if (kind === 'numbers')
    return [{ kind: 'list', ordered: true, items: lines.map((line) => line.replace(/^\d{1,2}[.)] /, '')) }]
  const [heads = [], ...rows] = lines.map(cells)
  const filled = rows.map((row) => heads.map((_, index) => row[index] ?? ''))
  return [{ kind: 'table', heads, rows: filled }]
}
