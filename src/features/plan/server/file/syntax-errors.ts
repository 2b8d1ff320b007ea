import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml'
import type { FileError, FileErrorCode, Position } from './file-error.ts'

/**
 * What is wrong with the YAML or JSON itself. After its first slip a parser misreads what follows, so only slips that stand alone
 * (tabs) are all told.
 */
export function syntaxErrors(
  document: Document.Parsed,
  source: string,
  positionAt: (offset: number) => Position,
): readonly FileError[] {
  const errors = document.errors.toSorted((one, other) => one.pos[0] - other.pos[0])
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
  const told = tabs.length > 0 ? tabs : errors.slice(0, 1)
  const other =
    document.directives.yaml.version === '1.2'
      ? []
      : [{ line: 1, column: 1, field: '', code: 'other-yaml' as const, values: {} }]
  return [...other, ...told.map((error) => slip(error, document, source, positionAt))]
}

function slip(
  error: YAMLError,
  document: Document.Parsed,
  source: string,
  positionAt: (offset: number) => Position,
): FileError {
  const [offset] = error.pos
  const code = codeOf(error, source)
  const at =
    code === 'not-closed'
      ? openedBefore(document, offset)
      : code === 'bad-indent' && error.code === 'BLOCK_AS_IMPLICIT_KEY'
        ? source.indexOf('\n', offset) + 1
        : offset
  return { ...positionAt(at), field: '', code, values: { text: lineAt(source, at) } }
}

/** The parser's codes are coarse; its sentences tell them apart. */
function codeOf({ code, message, pos }: YAMLError, source: string): FileErrorCode {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab-indent'
    case 'MULTIPLE_DOCS':
      return 'several-documents'
    case 'BAD_SCALAR_START':
      return 'reserved-character'
    case 'BAD_DQ_ESCAPE':
      return 'bad-escape'
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep'
    case 'BLOCK_IN_FLOW':
      return 'comma-missing'
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon-missing'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s.*:(\s|$)/.test(lineAt(source, pos[0], Infinity)) ? 'colon-in-text' : 'bad-indent'
    case 'BAD_INDENT':
      return message.includes('end with a') ? 'not-closed' : 'bad-indent'
    case 'MISSING_CHAR':
      if (message.startsWith('Missing ,')) return 'comma-missing'
      if (message.startsWith('Sequence item')) return 'bad-indent'
      return message.startsWith('Implicit') ? 'colon-missing' : 'not-closed'
    case 'UNEXPECTED_TOKEN':
      return message.startsWith('Unexpected scalar') ? 'text-after-quote' : 'not-yaml'
    default:
      return 'not-yaml'
  }
}

/** Where the innermost quote, bracket or brace was opened that reaches up to here. */
function openedBefore(document: Document.Parsed, offset: number): number {
  let opened = offset
  visit(document, {
    Node: (_, node) => {
      const [from = offset, to = offset] = node.range ?? []
      const isOpened = isCollection(node) ? node.flow === true : isScalar(node) && node.type?.startsWith('QUOTE')
      if (isOpened && from < offset && offset <= to + 1) opened = from
    },
  })
  return opened
}

function lineAt(source: string, offset: number, atMost = 60): string {
  const from = source.lastIndexOf('\n', offset - 1) + 1
  const end = source.indexOf('\n', offset)
  const line = source.slice(from, end === -1 ? undefined : end).trim()
  return line.length > atMost ? `${line.slice(0, atMost - 1)}…` : line
}
