import type { Place } from '../../domain/check/finding.ts'
import { type FileSchema, withoutNull } from './file-schema.ts'

/** What a file's shape asks for at a place, in the terms that `say-file-error.ts` has words for. */
export type Expected = {
  readonly kind:
    | 'fields'
    | 'list'
    | 'choice'
    | 'key'
    | 'day'
    | 'time'
    | 'address'
    | 'country'
    | 'text'
    | 'whole-number'
    | 'number'
    | 'yes-no'
  readonly orNothing: boolean
  /** Field names, or the values to choose from. */
  readonly names: readonly string[]
}

export type FileShape = {
  /** Null where the shape has nothing. */
  readonly expectedAt: (place: Place) => Expected | null
  /** The field names of the object at a place, in their order. */
  readonly fieldsAt: (place: Place) => readonly string[]
}

export function fileShape(schema: FileSchema): FileShape {
  return {
    expectedAt: (place) => {
      const found = schemaAt(schema, place)
      if (!found) return null
      const bare = withoutNull(found)
      return { ...described(bare), orNothing: bare !== found }
    },
    fieldsAt: (place) => {
      const found = schemaAt(schema, place)
      return found ? alternatives(found).flatMap(namesIn) : []
    },
  }
}

function schemaAt(root: FileSchema, place: Place): FileSchema | null {
  let schema: FileSchema | undefined = root
  for (const part of place) {
    schema = alternatives(schema)
      .map((one) => inside(one, part))
      .find((one) => one !== undefined)
    if (!schema) return null
  }
  return schema
}

function alternatives(schema: FileSchema): readonly FileSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema]
}

function inside(
  { properties, propertyNames, additionalProperties, items, prefixItems }: FileSchema,
  part: string | number,
): FileSchema | undefined {
  if (typeof part === 'number') return prefixItems?.[part] ?? (items || undefined)
  const isNamed = propertyNames?.enum?.includes(part) === true
  return properties?.[part] ?? ((isNamed && additionalProperties) || undefined)
}

function namesIn({ properties, propertyNames }: FileSchema): readonly string[] {
  const names = properties ? Object.keys(properties) : (propertyNames?.enum ?? []).map(String)
  return names.filter((name) => name !== '$schema')
}

function described(schema: FileSchema): Omit<Expected, 'orNothing'> {
  const { type } = schema
  const plain = (kind: Expected['kind'], names: readonly string[] = []) => ({ kind, names })
  const all = alternatives(schema)
  const choices = all.flatMap((one) => [...(one.enum ?? []), ...((one.const ?? '') ? [one.const] : [])])
  // Fields beside words to choose from are one more choice, as a file writes them.
  const fields = all.map(namesIn).filter((names) => names.length > 0)
  if (choices.length > 0)
    return plain('choice', [...choices.map(String), ...fields.map((names) => `{ ${names.join(', ')} }`)])
  if (type === 'object') return plain('fields', fields.flat())
  if (type === 'array') return plain('list')
  if (type === 'boolean') return plain('yes-no')
  if (type === 'integer') return plain('whole-number')
  if (type === 'number') return plain('number')
  return plain(textKind(schema))
}

function textKind({ format, pattern = '' }: FileSchema): Expected['kind'] {
  if (format === 'date') return 'day'
  if (format === 'uri') return 'address'
  if (pattern.includes('24:00')) return 'time'
  if (pattern.includes('a-z0-9')) return 'key'
  return pattern === '^[A-Z]{2}$' ? 'country' : 'text'
}
