/** Where a key takes the selection in a list of `count` rows; null when it means nothing there. */
export function rowAfter(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null
  const within = (index: number) => Math.min(Math.max(index, 0), count - 1)
  if (key === 'ArrowDown' || key === 'j') return within(at + 1)
  if (key === 'ArrowUp' || key === 'k') return at < 0 ? 0 : within(at - 1)
  if (key === 'PageDown') return within(at + page)
  if (key === 'PageUp') return within(at - page)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
