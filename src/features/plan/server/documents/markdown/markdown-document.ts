import type {
  Block,
  Card,
  Fact,
  Figure,
  FigureBlock,
  Line,
  Lines,
  PlanDocument,
  Signatures,
  Stop,
  Table,
} from '../../../domain/outline/plan-document.ts'

/** The document as Markdown with tables, as GitHub and most wikis read it. Drawings are lists: nobody has to see them. */
export function markdownDocument(document: PlanDocument): string {
  const { title, organisation, subject, draftMark, cover, footer, blocks } = document
  const parts = [
    `# ${plain(title)}`,
    ...(organisation === null ? [] : [plain(organisation)]),
    plain(subject),
    ...(draftMark === null ? [] : [`> **${plain(draftMark)}**`]),
    factList(cover),
    ...blocks.flatMap(blockOf),
    '---',
    plain(footer),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Every sign that Markdown, or HTML within it, could read as something else. */
const signs = /[\\`*_{}[\]<>()#+!|~&$^=:"'@-]/g
function plain(text: string): string {
  return text
    .replace(signs, (sign, at: number) => (isHarmless(text, sign, at) ? sign : `\\${sign}`))
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/** A sign inside a word or before a space says nothing, as in `08:00` and `Wi-Fi`; escaped it would only be hard to read. */
function isHarmless(text: string, sign: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  const inWord = /[\p{L}\p{N}]/u.test(before)
  if (sign === '(' || sign === ')') return before !== ']'
  if (sign === '-' || sign === '+' || sign === '=') return at > 0
  if (sign === "'" || sign === '"') return true
  if (sign === ':') return !text.slice(at).startsWith('://')
  if (sign === '&') return !/^&#?\w+;/.test(text.slice(at))
  if (sign === '#' || sign === '!') return inWord && !/[[]/.test(after)
  return false
}

function blockOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${plain(block.text)}`]
    case 'card':
      return [
        `#### ${plain(block.level === null ? block.title : `${block.level} · ${block.title}`)}`,
        ...block.blocks.map(inner),
      ]
    case 'figure':
      return [figure(block)]
    case 'signatures':
      return [signatures(block)]
    default:
      return [inner(block)]
  }
}

function inner(block: Card['blocks'][number]): string {
  switch (block.kind) {
    case 'paragraph':
      return block.quiet ? `**${plain(block.text)}**` : plain(block.text)
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${run(item, ': ')}`)
        .join('\n')
    case 'facts':
      return factList(block.items)
    case 'table':
      return table(block)
  }
}

function factList(items: readonly Fact[]): string {
  return items.map(({ label, value }) => `- **${plain(label)}:** ${run(value, '; ')}`).join('\n')
}

function table({ caption, columns, rows }: Table): string {
  return [
    plain(caption),
    '',
    rowOf(columns.map((column) => plain(column.head))),
    rowOf(columns.map(() => '---')),
    ...rows.map((row) => rowOf(row.map((cell) => run(cell, '. ')))),
  ].join('\n')
}

const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function signatures({ head, rows }: Signatures): string {
  return [
    rowOf([head.role, head.name, head.date, head.signature].map(plain)),
    rowOf(['---', '---', '---', '---']),
    ...rows.map(({ role, name }) => rowOf([plain(role), plain(name), '', ''])),
  ].join('\n')
}

function figure({ caption, figure: drawn }: FigureBlock): string {
  return [plain(caption), '', ...linesOf(drawn).map((line) => `- ${line}`)].join('\n')
}

function linesOf(drawn: Figure): readonly string[] {
  if (drawn.kind === 'tiers')
    return drawn.stops.map((stop) => `**${named(stop)}** ${plain(stop.lines.join(' · '))}`)
  if (drawn.kind === 'calendar')
    return drawn.bars.map(
      (bar) => `${bar.kind === 'phase' ? `**${plain(bar.name)}**` : plain(bar.name)}, ${plain(bar.when)}`,
    )
  return drawn.ways.map((way, index) => {
    const [from, to] = [drawn.stops[index], drawn.stops[index + 1]].map((stop) => (stop ? named(stop) : ''))
    const up = way.up.label === '' ? '' : ` (${plain(way.up.label)})`
    return `${from} → ${to}${up}${way.down ? `; ${to} → ${from} (${plain(way.down.label)})` : ''}`
  })
}

const named = ({ level, name }: Stop) => plain(level === null ? name : `${level} ${name}`)

function run(lines: Lines, between: string): string {
  return lines
    .map(lineOf)
    .reduce((all, one) => (all === '' ? one : `${all}${/[.:?!]$/.test(all) ? ' ' : between}${one}`), '')
}

/** An address in angle brackets is a link and shows itself. */
function lineOf({ text, link }: Line): string {
  if (link === undefined) return plain(text)
  return link === text ? `<${link}>` : `[${plain(text)}](<${link}>)`
}
