import type { Place } from '../check/finding.ts'
import { isList, isObject, type Json, type JsonObject, namesOf, sameJson } from './json.ts'

/** Where two editors changed the same thing to something else. The saved value (`theirs`) stands; `mine` can be put back by hand. */
export type MergeConflict = {
  readonly place: Place
  readonly mine: Json | undefined
  readonly theirs: Json | undefined
}
export type Merged = { readonly document: Json; readonly conflicts: readonly MergeConflict[] }

/** Brings together two documents that were made from the same base. Neither editor's change is lost where they do not touch. */
export function mergeDrafts(base: Json, mine: Json, theirs: Json): Merged {
  const conflicts: MergeConflict[] = []
  const document = merge(base, mine, theirs, [], conflicts)
  return { document: document ?? null, conflicts }
}

function merge(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  place: Place,
  conflicts: MergeConflict[],
): Json | undefined {
  if (sameJson(mine, theirs) || sameJson(mine, base)) return theirs
  if (sameJson(theirs, base)) return mine
  if (isObject(base) && isObject(mine) && isObject(theirs))
    return mergeObjects(base, mine, theirs, place, conflicts)
  if (isList(base) && isList(mine) && isList(theirs)) {
    const lists = mergeLists(base, mine, theirs, place, conflicts)
    if (lists) return lists
  }
  conflicts.push({ place, mine, theirs })
  return theirs
}

function mergeObjects(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  place: Place,
  conflicts: MergeConflict[],
) {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const entries = [...keys].map(
    (key) => [key, merge(base[key], mine[key], theirs[key], [...place, key], conflicts)] as const,
  )
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined))
}

/** Entry by entry, in their order; what only I added comes at the end. Null when the entries have no names to follow them by. */
function mergeLists(
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  place: Place,
  conflicts: MergeConflict[],
): readonly Json[] | null {
  const named = [byName(base), byName(mine), byName(theirs)] as const
  const [inBase, inMine, inTheirs] = named
  if (!inBase || !inMine || !inTheirs) return null
  const names = new Set([...inTheirs.keys(), ...inMine.keys()])
  const merged: Json[] = []
  for (const name of names) {
    const at = [...place, merged.length]
    const entry = merge(inBase.get(name), inMine.get(name), inTheirs.get(name), at, conflicts)
    if (entry !== undefined) merged.push(entry)
  }
  return merged
}

function byName(list: readonly Json[]): ReadonlyMap<string, Json> | null {
  const names = namesOf(list)
  return names && new Map(names.map((name, index) => [name, list[index] as Json]))
}
