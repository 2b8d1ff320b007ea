import { z } from 'zod'
import { SupportPlan } from '../../domain/document/support-plan.ts'

/** What is read of JSON Schema (draft 2020-12) here: what zod writes for the shape of a plan. */
export type PlanSchema = {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, PlanSchema>>
  readonly required?: readonly string[]
  readonly items?: PlanSchema
  readonly anyOf?: readonly PlanSchema[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

let made: PlanSchema | undefined

/** The JSON Schema of a whole plan, made from the same shape that plans are read with, so the two cannot differ. */
export function planSchema(): PlanSchema {
  if (made) return made
  const { $schema, properties, ...rest } = z.toJSONSchema(SupportPlan, { target: 'draft-2020-12', io: 'input' })
  // Editors find the schema by a `$schema` at the top of a file; it is no part of the plan.
  made = {
    $schema,
    $id: 'urn:tierwise:schema:tierwise-plan-1',
    ...rest,
    properties: { $schema: { type: 'string' }, ...properties },
  } as PlanSchema
  return made
}

/** `schema` without "or null". */
export function withoutNull(schema: PlanSchema): PlanSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 && others[0] ? others[0] : schema
}
