/** What is read of JSON Schema (draft 2020-12) here: what zod writes for the shape of a file. */
export type FileSchema = {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, FileSchema>>
  readonly propertyNames?: FileSchema
  readonly additionalProperties?: FileSchema | false
  readonly required?: readonly string[]
  readonly items?: FileSchema | false
  readonly prefixItems?: readonly FileSchema[]
  readonly anyOf?: readonly FileSchema[]
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

/** `schema` without "or null". */
export function withoutNull(schema: FileSchema): FileSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 && others[0] ? others[0] : schema
}
