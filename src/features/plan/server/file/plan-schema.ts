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
  const schemaAddress = { type: 'string', description: 'Where editors find this schema; not part of the plan.' }
  made = {
    $schema,
    $id: 'urn:tierwise:schema:tierwise-plan-1',
    title: 'Tierwise support plan',
    ...rest,
    properties: { $schema: schemaAddress, ...properties },
  } as PlanSchema
  return made
}

/** `schema` without "or null". */
export function withoutNull(schema: PlanSchema): PlanSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 && others[0] ? others[0] : schema
}
