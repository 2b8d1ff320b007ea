/** A calendar day as people say it: `Tue 1 Dec`. */
export function dayInWords(day: string, language: string): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', style).format(new Date(`${day}T12:00:00Z`))
}
