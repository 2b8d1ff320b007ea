/** What a mail can say that differs by person, wave or plan. */
export const placeholders = [
  'name',
  'organisation',
  'wave',
  'starts',
  'ends',
  'steps',
  'contact',
  'portal',
] as const
export type Placeholder = (typeof placeholders)[number]

/** They stand for several lines, which a subject has no room for. */
export const longPlaceholders: readonly Placeholder[] = ['steps', 'contact']

const braces = /\{\{([^{}]*)\}\}/g

/** The names between double braces, as they were typed. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(braces)].map(([, name = '']) => name.trim())
}

/** Double braces that belong to nothing. */
export function hasLooseBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(braces, ''))
}

/** Puts the values in; what they say themselves is never read as a placeholder. */
export function filled(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(braces, (whole, name: string) => {
    const known = placeholders.find((one) => one === name.trim())
    return known ? values[known] : whole
  })
}
