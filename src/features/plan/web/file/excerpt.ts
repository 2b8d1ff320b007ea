/** What of a line is shown: what stands before the mark, the word that is meant, and what follows it. */
export type Excerpt = { readonly before: string; readonly marked: string; readonly after: string }

const shownAtMost = 100

/** The line with a mark where the error is. A long line is shown around its mark. */
export function excerptOf(text: string, line: number, column: number): Excerpt {
  const whole = (text.split(/\r?\n/)[line - 1] ?? '').replaceAll('\t', '→')
  const start = Math.min(column - 1, whole.length)
  const word = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,:{}[\]]+|.)/.exec(whole.slice(start))?.[0] ?? ''
  const end = start + word.length
  const from = Math.max(0, Math.min(start - 40, whole.length - shownAtMost))
  const to = Math.max(end, from + shownAtMost)
  return {
    before: `${from > 0 ? '…' : ''}${whole.slice(from, start)}`,
    marked: word === '' ? ' ' : word,
    after: `${whole.slice(end, to)}${to < whole.length ? '…' : ''}`,
  }
}
