/** How often this person went to each place of the rail. */
export type Visits = Readonly<Record<string, number>>

/** The places this person uses most, in the order of the rail; unvisited ones fill up from the top. */
export function mostUsed<T extends { readonly to: string }>(
  places: readonly T[],
  visits: Visits,
  count: number,
): T[] {
  const chosen = places
    .map((place, index) => ({ place, index, times: visits[place.to] ?? 0 }))
    .sort((a, b) => b.times - a.times || a.index - b.index)
    .slice(0, count)
  return chosen.sort((a, b) => a.index - b.index).map((one) => one.place)
}

/** The place of the rail that an address belongs to: the longest path that begins it. */
export function placeOf<T extends { readonly to: string }>(places: readonly T[], path: string): T | null {
  const fits = places.filter(
    (place) => path === place.to || path.startsWith(place.to === '/' ? '//' : `${place.to}/`),
  )
  return fits.sort((a, b) => b.to.length - a.to.length)[0] ?? null
}
