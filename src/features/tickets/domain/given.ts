import { type Refused, refuse } from './refusals.ts'

/** Every one of these texts has to say something. */
export function requireTexts(texts: Readonly<Record<string, string>>): Refused | null {
  const empty = Object.entries(texts).find(([, text]) => isBlank(text))
  return empty ? refuse({ code: 'text-required', field: empty[0] }) : null
}

/** A message says something, or shows it. */
export function requireTextOrFiles(text: string, files: readonly string[]): Refused | null {
  return files.length > 0 ? null : requireTexts({ text })
}

export function isBlank(text: string): boolean {
  return text.trim() === ''
}
