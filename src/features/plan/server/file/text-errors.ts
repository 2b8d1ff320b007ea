import type { FileError } from './file-error.ts'

/** In characters of UTF-8; a plan with everything in it is some 200 KB. */
export const largestFile = 4 * 1024 * 1024

/** What makes a text unreadable before it is read as YAML. */
export function textErrors(text: string): readonly FileError[] {
  const size = Buffer.byteLength(text)
  if (size > largestFile) {
    const megabytes = Math.round((size / 1024 / 1024) * 10) / 10
    return [{ line: 1, column: 1, field: '', code: 'file-too-large', values: { megabytes, maximum: 4 } }]
  }
  // A document that was made of a plan, or an archive: what is in it cannot be read back.
  if (/^(?:PK\x03\x04|%PDF-)/.test(text))
    return [{ line: 1, column: 1, field: '', code: 'not-a-plan', values: {} }]
  // What is no UTF-8 decodes to U+FFFD. Our own files write a real one as an escape. Texts in UTF-16 are full of zeros.
  const broken = /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text)
  if (broken || text.includes('\0'))
    return [{ ...positionIn(text, broken?.index ?? 0), field: '', code: 'not-utf8', values: {} }]
  const control = /[\x01-\x08\x0B\x0C\x0E-\x1F\x7F]/.exec(text)
  if (control) {
    const values = { character: `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }
    return [{ ...positionIn(text, control.index), field: '', code: 'control-character', values }]
  }
  const conflict = /^(?:<{7}|>{7}) .*$/m.exec(text)
  if (conflict) return [{ ...positionIn(text, conflict.index), field: '', code: 'merge-conflict', values: {} }]
  const comment = /^[\s\uFEFF]*\{/.test(text) ? /^[{[ \t]*\/[/*]/m.exec(text) : null
  if (comment) {
    const index = comment.index + comment[0].length - 2
    return [{ ...positionIn(text, index), field: '', code: 'json-comment', values: {} }]
  }
  if (/^[\s\uFEFF]*$/.test(text)) return [{ line: 1, column: 1, field: '', code: 'file-empty', values: {} }]
  return []
}

function positionIn(text: string, index: number) {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
