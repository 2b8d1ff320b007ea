import type { Place } from '../check/finding.ts'
import { isList, isObject, type Json, namesOf, sameJson } from './json.ts'

/** Where `after` differs from `before`, as deep as it can be told; positions are those in `after`. */
export function changedPlaces(before: Json, after: Json): readonly Place[] {
  return differences(before, after, [])
}

function differences(before: Json | undefined, after: Json | undefined, place: Place): readonly Place[] {
  if (sameJson(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)])
    return [...keys].flatMap((key) => differences(before[key], after[key], [...place, key]))
  }
  if (isList(before) && isList(after)) {
    const [old, now] = [namesOf(before), namesOf(after)]
    if (old && now && sameMembers(old, now)) {
      return now.flatMap((name, index) => differences(before[old.indexOf(name)], after[index], [...place, index]))
    }
  }
  return [place]
}

/** With an entry more, less or elsewhere, it is the list that changed. */
function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
}
