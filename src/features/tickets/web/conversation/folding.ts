const alwaysShown = 12

/** How many entries after the first a long conversation holds back: how it began and how it goes on stay in sight. */
export function skipped(entries: number): number {
  return entries <= alwaysShown + 4 ? 0 : entries - alwaysShown
}
