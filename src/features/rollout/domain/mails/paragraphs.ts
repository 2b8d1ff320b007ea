/** The paragraphs of a body: what stands between empty lines. */
export function paragraphsOf(body: string): readonly string[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** A body with a paragraph of what an earlier wave taught, before the contact card or the last words; as it was where it has it. */
export function withParagraph(body: string, paragraph: string): string {
  const added = paragraph.trim()
  const all = paragraphsOf(body)
  if (added === '' || all.includes(added)) return body
  const contact = all.findIndex((one) => /\{\{\s*contact\s*\}\}/.test(one))
  const place = contact === -1 ? Math.max(all.length - 1, 0) : contact
  return [...all.slice(0, place), added, ...all.slice(place)].join('\n\n')
}

export type Difference = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What one text has otherwise than another, paragraph by paragraph. */
export function differences(before: string, after: string): readonly Difference[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const common = commonLengths(old, now)
  const found: Difference[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      found.push({ kind: 'same', text: was })
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      found.push({ kind: 'removed', text: was })
      i += 1
    } else if (is !== undefined) {
      found.push({ kind: 'added', text: is })
      j += 1
    }
  }
  return found
}

/** For each pair of places how many paragraphs the rest of both has in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: now.length + 1 }, () => 0),
  )
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? []
    for (let j = now.length - 1; j >= 0; j -= 1)
      row[j] = old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
  }
  return rows
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}
