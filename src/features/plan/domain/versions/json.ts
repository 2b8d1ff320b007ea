/** A part of a plan document: what JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((value, index) => sameJson(value, other[index]))
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => key in other && sameJson(one[key], other[key]))
    )
  }
  return false
}

/**
 * Names by which the entries of a list stay themselves when others are added or moved: their key, a tier's level, the ends of a way
 * up, what may be done to a device. Null when not every entry has a name of its own.
 */
export function namesOf(list: readonly Json[]): readonly string[] | null {
  const names = list.map(nameOf)
  if (names.includes(null) || new Set(names).size !== names.length) return null
  return names as readonly string[]
}

function nameOf(entry: Json): string | null {
  if (!isObject(entry)) return null
  if (typeof entry['key'] === 'string') return entry['key']
  if (typeof entry['level'] === 'number') return `level ${entry['level']}`
  if (typeof entry['from'] === 'number' && typeof entry['to'] === 'number') {
    return `${entry['from']} to ${entry['to']} ${'priority' in entry ? JSON.stringify(entry['priority']) : ''}`
  }
  if (typeof entry['action'] === 'string') return entry['action']
  if (typeof entry['date'] === 'string') return entry['date']
  if (typeof entry['figure'] === 'string') return `${entry['figure']} ${JSON.stringify(entry['tier'] ?? null)}`
  return null
}
