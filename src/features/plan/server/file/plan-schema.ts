import { z } from 'zod'
import { SupportPlan } from '../../domain/document/support-plan.ts'
import type { FileSchema } from './file-schema.ts'

let made: FileSchema | undefined

/** The JSON Schema of a whole plan, made from the same shape that plans are read with, so the two cannot differ. */
export function planSchema(): FileSchema {
  if (made) return made
  const { $schema, properties, ...rest } = z.toJSONSchema(SupportPlan, { target: 'draft-2020-12', io: 'input' })
  // Editors find the schema by a `$schema` at the top of a file; it is no part of the plan.
  made = {
    $schema,
    $id: 'urn:tierwise:schema:tierwise-plan-1',
    ...rest,
    properties: { $schema: { type: 'string' }, ...properties },
  } as FileSchema
  return made
}
