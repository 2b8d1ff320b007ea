import { type FileSchema, withoutNull } from './file-schema.ts'
import { type FileShape, fileShape } from './file-shape.ts'
import { planSchema } from './plan-schema.ts'

let made: FileShape | undefined

export function planShape(): FileShape {
  made ??= fileShape(planSchema())
  return made
}

/** The same data with the fields of every object in the order of the shape; what the shape does not know comes last. */
export function inOrder(value: unknown, schema: FileSchema | undefined = planSchema()): unknown {
  const { properties, items } = schema ? withoutNull(schema) : {}
  if (Array.isArray(value)) return value.map((one) => inOrder(one, items || undefined))
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(properties ?? {})
  const rank = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  const fields = Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(fields.map(([name, inside]) => [name, inOrder(inside, properties?.[name])]))
}
