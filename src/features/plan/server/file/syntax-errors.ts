import type { Document, ErrorCode, YAMLError } from 'yaml'
import type { FileError, FileErrorCode, Position } from './file-error.ts'

/**
 * What is wrong with the YAML or JSON itself. After the first slip a parser misreads what follows, so only slips that stand alone
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
  const other = document.directives.yaml.version === '1.2' ? [] : [{ ...start, code: 'other-yaml' as const }]
  return [
    ...other,
    ...told.map((error) => {
      const at = error.pos[0]
      return { ...positionAt(at), field: '', code: codeOf(error), values: { text: lineAt(source, at) } }
    }),
  ]
}

const start = { line: 1, column: 1, field: '', values: {} }

const codes: Partial<Record<ErrorCode, FileErrorCode>> = {
  TAB_AS_INDENT: 'tab-indent',
  MULTIPLE_DOCS: 'several-documents',
  MISSING_CHAR: 'not-closed',
  BAD_INDENT: 'bad-indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  BAD_SCALAR_START: 'reserved-character',
  RESOURCE_EXHAUSTION: 'too-deep',
}

function codeOf({ code, message }: YAMLError): FileErrorCode {
  if (code === 'BAD_INDENT' && /end with a [\]}]/.test(message)) return 'not-closed'
  if (code === 'MISSING_CHAR' && !/closing|end with/.test(message)) return 'not-yaml'
  return codes[code] ?? 'not-yaml'
}

function lineAt(source: string, offset: number): string {
  const from = source.lastIndexOf('\n', offset - 1) + 1
  const end = source.indexOf('\n', offset)
  const line = source.slice(from, end === -1 ? undefined : end).trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
