import type { z } from 'zod'
import type { Place } from '../../domain/check/finding.ts'
import { SupportPlan } from '../../domain/document/support-plan.ts'
import { Day, Key, TimeOfDay } from '../../domain/document/text.ts'

type Schema = z.core.$ZodType

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

/** The schema at a place; null where a plan has nothing. */
function schemaAt(place: Place): Schema | null {
  let schema: Schema | null = SupportPlan
  for (const part of place) {
    const { def } = inner(schema)._zod as { def: z.core.$ZodTypes['_zod']['def'] }
    if (def.type === 'object' && typeof part === 'string') schema = def.shape[part] ?? null
    else if (def.type === 'array' && typeof part === 'number') schema = def.element
    else return null
    if (schema === null) return null
  }
  return schema
}

export function expectedAt(place: Place): Expected | null {
  const schema = schemaAt(place)
  if (!schema) return null
  const bare = inner(schema)
  return { ...described(bare), orNothing: bare !== schema }
}

/** The field names of the object at a place, in their order. */
export function fieldsAt(place: Place): readonly string[] {
  return expectedAt(place)?.names ?? []
}

/** The same data with the fields of every object in the order of the shape; what the shape does not know comes last. */
export function inOrder(value: unknown, schema: Schema = SupportPlan): unknown {
  const { def } = inner(schema)._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  if (Array.isArray(value) && def.type === 'array') return value.map((one) => inOrder(one, def.element))
  if (typeof value !== 'object' || value === null || def.type !== 'object') return value
  const given = new Map(Object.entries(value))
  const known = Object.entries(def.shape).filter(([name]) => given.has(name))
  const unknown = [...given].filter(([name]) => !(name in def.shape))
  return Object.fromEntries([...known.map(([name, field]) => [name, inOrder(given.get(name), field)]), ...unknown])
}

function inner(schema: Schema): Schema {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  return def.type === 'nullable' || def.type === 'optional' ? inner(def.innerType) : schema
}

function described(schema: Schema): Omit<Expected, 'orNothing'> {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  const plain = (kind: Expected['kind'], names: readonly string[] = []) => ({ kind, names })
  switch (def.type) {
    case 'object':
      return plain('fields', Object.keys(def.shape))
    case 'array':
      return plain('list')
    case 'enum':
      return plain('choice', Object.values(def.entries).map(String))
    case 'literal':
      return plain('choice', def.values.map(String))
    case 'union':
      return plain(
        'choice',
        def.options.flatMap((option) => described(option).names),
      )
    case 'boolean':
      return plain('yes-no')
    case 'number':
      return plain(isWhole(def) ? 'whole-number' : 'number')
    default:
      return plain(textKind(schema))
  }
}

function isWhole(def: z.core.$ZodNumberDef): boolean {
  const format = 'format' in def ? def.format : undefined
  return format === 'safeint'
}

function textKind(schema: Schema): Expected['kind'] {
  const { def, parent } = schema._zod as { def: z.core.$ZodTypes['_zod']['def']; parent?: Schema }
  const origin = [schema, parent]
  if (origin.includes(Key)) return 'key'
  if (origin.includes(Day)) return 'day'
  if (origin.includes(TimeOfDay)) return 'time'
  if ('format' in def && def.format === 'url') return 'address'
  if (def.type === 'string' && (def.checks ?? []).some(isCountry)) return 'country'
  return 'text'
}

function isCountry(check: z.core.$ZodCheck): boolean {
  const { def } = check._zod
  return 'pattern' in def && String(def.pattern) === '/^[A-Z]{2}$/'
}
