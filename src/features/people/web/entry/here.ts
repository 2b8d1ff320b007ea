/** Where this browser is, as far as it says. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * The country of a time zone. Where several countries keep it, or the browser does not know, that of the person's language:
 * many who read English do not live where it is spoken, so the zone says more. Null when neither is known.
 */
export function countryOf(zone: string, languages: readonly string[], known: readonly string[]): string | null {
  const spoken = languages.flatMap((language) => new Intl.Locale(language).region ?? [])
  const keeping = known.filter((code) => zonesOf(code).includes(zone))
  return (
    spoken.find((code) => keeping.includes(code)) ??
    keeping[0] ??
    spoken.find((code) => known.includes(code)) ??
    null
  )
}

/** Not in every browser yet, nor in the types. */
function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale('und', { region: code }) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined
  }
  return locale.getTimeZones?.() ?? []
}

export function namedCountries(codes: readonly string[], language: string) {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
}
