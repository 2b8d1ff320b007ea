/** A catalogue as it stands in its JSON file, in i18next's format: nested keys, plurals as `count_one` and `count_other`. */
export type Catalogue = { readonly [key: string]: string | Catalogue }

export type Values = Readonly<Record<string, string | number>>

/** The words under a key (`moves.claim.label`), or undefined; with a `count` those for that number. */
export function find(catalogue: Catalogue, key: string, language: string, count?: unknown): string | undefined {
  const plural = typeof count === 'number' ? at(catalogue, `${key}_${rule(language).select(count)}`) : undefined
  return plural ?? at(catalogue, key)
}

/** Puts the values where `{{name}}` stands. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{\{\s*([^}]+?)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function at(catalogue: Catalogue, key: string): string | undefined {
  let here: string | Catalogue | undefined = catalogue
  for (const part of key.split('.')) {
    if (typeof here !== 'object' || !Object.hasOwn(here, part)) return undefined
    here = here[part]
  }
  return typeof here === 'string' ? here : undefined
}

const rules = new Map<string, Intl.PluralRules>()

function rule(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}
