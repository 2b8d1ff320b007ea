/** Something that was done with an issue, with the version that it was about. */
export type Done = { readonly act: string; readonly version: number }

/**
 * For each version that was written the one that was in use just before, 0 the supplied text: what its changes are measured by. A proposal is
 * in use from its confirmation on; one that another took the place of never was.
 */
export function comparedWith(acts: readonly Done[]): ReadonlyMap<number, number> {
  const before = new Map<number, number>()
  let inUse = 0
  for (const { act, version } of acts) {
    if (act === 'proposed-change') before.set(version, inUse)
    if (act === 'written' || act === 'followed-supplied') {
      before.set(version, inUse)
      inUse = version
    }
    if (act === 'confirm') inUse = version
  }
  return before
}
