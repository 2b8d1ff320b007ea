export type Candidate = { readonly name: string; readonly size: number }
export type TurnedDown = { readonly name: string; readonly why: 'too-large' | 'too-many' }

/** Which of the chosen files fit: no larger than `limit` bytes, no more than `most` together with those already there. */
export function acceptable<T extends Candidate>(
  chosen: readonly T[],
  already: number,
  { limit, most }: { readonly limit: number; readonly most: number },
): { readonly accepted: readonly T[]; readonly turnedDown: readonly TurnedDown[] } {
  const accepted: T[] = []
  const turnedDown: TurnedDown[] = []
  for (const file of chosen) {
    if (file.size > limit) turnedDown.push({ name: file.name, why: 'too-large' })
    else if (already + accepted.length >= most) turnedDown.push({ name: file.name, why: 'too-many' })
    else accepted.push(file)
  }
  return { accepted, turnedDown }
}

export type ReadableSize = { readonly unit: 'B' | 'KB' | 'MB'; readonly value: number }

/** `1536` → 1.5 KB; one decimal below ten, none above. */
export function readableSize(bytes: number): ReadableSize {
  const unit = bytes < 1000 ? 'B' : bytes < 1_000_000 ? 'KB' : 'MB'
  const value = bytes / { B: 1, KB: 1000, MB: 1_000_000 }[unit]
  return { unit, value: unit === 'B' || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10 }
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/** Whether a preview is shown. An SVG is a document that can hold scripts: it never is. */
export function isPicture(type: string): boolean {
  return pictures.has(type)
}
