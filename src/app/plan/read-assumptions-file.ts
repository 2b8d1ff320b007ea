import { z } from 'zod'
import { AssumptionsFile } from '#features/forecast/contract/assumptions-file.ts'
import type { Assumptions } from '#features/forecast/domain/assumptions/assumptions.ts'
import { unknownTiers, withFile } from '#features/forecast/domain/assumptions/override.ts'
import type { FileError } from '#features/plan/server/file/file-error.ts'
import type { FileSchema } from '#features/plan/server/file/file-schema.ts'
import { fileShape } from '#features/plan/server/file/file-shape.ts'
import { parsePlanText } from '#features/plan/server/file/parse-plan-text.ts'
import { shapeErrors } from '#features/plan/server/file/shape-errors.ts'
import { bounded, located } from '#features/plan/server/file/tell-errors.ts'

export type AssumptionsReading =
  | { readonly ok: true; readonly assumptions: Assumptions }
  | { readonly ok: false; readonly errors: readonly FileError[]; readonly more: number }

/** The assumptions with the values of a file, YAML or JSON, in their places; a file that says nothing changes nothing. */
export function readAssumptionsFile(text: string, base: Assumptions): AssumptionsReading {
  if (text.trim() === '') return { ok: true, assumptions: base }
  const parsed = parsePlanText(text)
  if (!parsed.ok) return { ok: false, ...bounded(parsed.errors) }
  const document = parsed.value ?? {}
  const file = AssumptionsFile.safeParse(document)
  const errors = file.success
    ? unknownTiers(base, file.data).map((place) => ({
        place,
        at: 'name' as const,
        code: 'unknown-reference' as const,
        values: { kind: 'tier', written: String(place.at(-1)), known: Object.keys(base.tiers).join(', ') },
      }))
    : shapeErrors(file.error.issues, document, assumptionsShape())
  if (file.success && errors.length === 0) return { ok: true, assumptions: withFile(base, file.data) }
  return { ok: false, ...bounded(errors.map((error) => located(error, document, parsed.positionOf))) }
}

/** Without the name by which the API's description refers to it. */
function assumptionsShape() {
  const schema = z.toJSONSchema(AssumptionsFile, { target: 'draft-2020-12', io: 'input' })
  return fileShape(schema.$defs?.['ForecastAssumptions'] as FileSchema)
}
