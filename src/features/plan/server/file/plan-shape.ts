import type { Place } from '../../domain/check/finding.ts'
import { type PlanSchema, planSchema, withoutNull } from './plan-schema.ts'

/** What the plan's shape asks for at a place, in the terms that `say-file-error.ts` has words for. */
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

function schemaAt(place: Place): PlanSchema | null {
  let schema: PlanSchema | undefined = planSchema()
  for (const part of place) {
    const { properties, items }: PlanSchema = withoutNull(schema)
    schema = typeof part === 'number' ? items : properties?.[part]
    if (!schema) return null
  }
  return schema
}

/** Null where a plan has nothing. */
export function expectedAt(place: Place): Expected | null {
  const schema = schemaAt(place)
  if (!schema) return null
  const bare = withoutNull(schema)
  return { ...described(bare), orNothing: bare !== schema }
}

/** The field names of the object at a place, in their order. */
export function fieldsAt(place: Place): readonly string[] {
  return expectedAt(place)?.names ?? []
}

/** The same data with the fields of every object in the order of the shape; what the shape does not know comes last. */
export function inOrder(value: unknown, schema: PlanSchema | undefined = planSchema()): unknown {
  const { properties, items } = schema ? withoutNull(schema) : {}
  if (Array.isArray(value)) return value.map((one) => inOrder(one, items))
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(properties ?? {})
  const rank = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  const fields = Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(fields.map(([name, inside]) => [name, inOrder(inside, properties?.[name])]))
}

function described(schema: PlanSchema): Omit<Expected, 'orNothing'> {
  const { type, properties, anyOf } = schema
  const plain = (kind: Expected['kind'], names: readonly string[] = []) => ({ kind, names })
  if (properties)
    return plain(
      'fields',
      Object.keys(properties).filter((name) => name !== '$schema'),
    )
  if (type === 'array') return plain('list')
  const choices = [schema, ...(anyOf ?? [])].flatMap((one) => [
    ...(one.enum ?? []),
    ...((one.const ?? '') ? [one.const] : []),
  ])
  if (choices.length > 0) return plain('choice', choices.map(String))
  if (type === 'boolean') return plain('yes-no')
  if (type === 'integer') return plain('whole-number')
  if (type === 'number') return plain('number')
  return plain(textKind(schema))
}

function textKind({ format, pattern = '' }: PlanSchema): Expected['kind'] {
  if (format === 'date') return 'day'
  if (format === 'uri') return 'address'
  if (pattern.includes('24:00')) return 'time'
  if (pattern.includes('a-z0-9')) return 'key'
  return pattern === '^[A-Z]{2}$' ? 'country' : 'text'
}
