export type UnkeepableText = {
  readonly place: readonly (string | number)[]
  /** As U+0000. */
  readonly character: string
}

/** Texts with a character that PostgreSQL cannot keep: zero, or half of a pair of surrogates. Escapes bring both into any JSON or YAML. */
export function unkeepableTexts(value: unknown, place: UnkeepableText['place'] = []): readonly UnkeepableText[] {
  if (typeof value === 'string') return inText(value, place)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => unkeepableTexts(one, [...place, index]))
  return Object.entries(value).flatMap(([name, one]) => [
    ...inText(name, place),
    ...unkeepableTexts(one, [...place, name]),
  ])
}

function inText(text: string, place: UnkeepableText['place']): readonly UnkeepableText[] {
  const [found] = /\0|\p{Surrogate}/u.exec(text) ?? []
  if (found === undefined) return []
  return [{ place, character: `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }]
}
