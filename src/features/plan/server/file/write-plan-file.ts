import { Document, isMap, isPair, isScalar, isSeq, type Node, Scalar, visit } from 'yaml'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { inOrder } from './plan-shape.ts'

export const planFileFormats = ['yaml', 'json'] as const
export type PlanFileFormat = (typeof planFileFormats)[number]

export type Heading = {
  /** Where editors find the schema; `tierwise plan schema` writes it beside the file. */
  readonly schema?: string
  /** What a reader should know before the first line. */
  readonly lines?: readonly string[]
}

/** The plan as a file that a person can read and change. The same plan gives the same bytes. */
export function writePlanFile(plan: SupportPlan, format: PlanFileFormat, heading: Heading = {}): string {
  const ordered = inOrder(plan)
  if (format === 'json') return escaped(`${JSON.stringify(ordered, null, 2)}\n`)
  const document = new Document(ordered, {
    version: '1.2',
    schema: 'core',
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  })
  visit(document, {
    Scalar: (_, node) => layOutText(node),
    Pair: (_, pair) => {
      // The four priorities are numbers to a reader.
      if (isScalar(pair.key) && typeof pair.key.value === 'string' && /^[1-9]$/.test(pair.key.value)) {
        pair.key = new Scalar(Number(pair.key.value))
      }
    },
    Collection: (_, node) => {
      node.flow = fitsOnOneLine(node)
    },
  })
  const { schema = 'plan.schema.json', lines = [] } = heading
  const comments = [`# yaml-language-server: $schema=${schema}`, ...lines.map((line) => `# ${line}`)]
  const body = document.toString({ lineWidth: 100, minContentWidth: 60, flowCollectionPadding: true })
  return `${comments.join('\n')}\n\n${escaped(body)}`
}

/** Characters that an editor, or a line ending, would change without anybody seeing it. */
const invisible =
  /[^\n\x20-\x7E\u00A0-\u2027\u202F-\u205F\u2070-\uD7FF\uE000-\uFDFF\uFE10-\uFEFE\uFF00-\uFFEF\u{10000}-\u{10FFFF}]/u

function layOutText(node: Scalar): void {
  if (typeof node.value !== 'string') return
  if (invisible.test(node.value) || /[^\S\n]\n|^\s|\s$/.test(node.value)) node.type = 'QUOTE_DOUBLE'
  else if (node.value.includes('\n')) node.type = 'BLOCK_LITERAL'
}

/** Short rows of a table (opening times, targets, holidays) read best as rows; texts in two languages stand above each other. */
function fitsOnOneLine(node: Node): boolean {
  const json = JSON.stringify(node) ?? ''
  if (json.length > 100 || json.includes('\\')) return false
  if (isSeq(node)) return node.items.every(isScalar)
  if (!isMap(node)) return false
  const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  if (names.join() === 'nl,en') return false
  return names.includes('date') || node.items.every((pair) => isPair(pair) && isScalar(pair.value))
}

function escaped(text: string): string {
  return text.replace(/[\uFFFD\uFEFF\x7F-\x9F\u2028\u2029\uD800-\uDFFF]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}
