import type { Catalogue, Words } from './catalogues.ts'

/** Words that are English and not Dutch. */
const english = new Set(
  `the and with without your you yours please this that these those from have has been will would should could
  not are were which what when where who why how save cancel delete edit add remove search settings ticket tickets
  agent agents queue handover escalate resolve resolved close closed user users password sign
  file files message messages reply answer answers team's their there they them its it's don't can't yes
  send back next previous new old all none some any more less about after before because between
  error warning failed success successful loading welcome hello dear regards issue issues tier tiers knowledge
  overview requester lead leads attachment attachments`
    .trim()
    .split(/\s+/),
)

/** Words that are Dutch and not English. Dutch speaks with "je", so "u" and "uw" stand in neither. */
const dutch = new Set(
  `de het een en je jij jouw jullie niet geen voor naar bij uit nog ook maar wel deze dit dat wordt worden zijn
  heeft hebben kan kunt kunnen moet moeten wil mag mogen wie wat waar wanneer waarom hoe welke opslaan annuleren
  verwijderen bewerken toevoegen zoeken instellingen melding meldingen behandelaar behandelaars aanvrager laag lagen
  overdracht oplossen opgelost sluiten gesloten gebruiker wachtwoord aanmelden afmelden bestand bestanden bericht
  berichten antwoord antwoorden ploeg nee sturen terug volgende vorige nieuw nieuwe alle alles iets niets meer minder
  na tussen omdat fout waarschuwing mislukt gelukt welkom hallo groeten bijlage bijlagen u uw`
    .trim()
    .split(/\s+/),
)

const never = new Map([
  ['nl', new Set([...english, 'u', 'uw'])],
  ['en', dutch],
])

/** Words of another language in a catalogue: names, placeholders, tags, codes and addresses are not words. */
export function strangersIn(
  words: Words,
  language: 'nl' | 'en',
  allowed: ReadonlySet<string> = new Set(),
): string[] {
  const foreign = never.get(language)
  return [...words].flatMap(([key, value]) => {
    const spoken = value
      // "3 u" is three hours.
      .replace(/(?:\}\}|\d)[ \u00a0]u(?!\p{L})/gu, ' ')
      .replace(/\{\{[^}]*\}?\}?|\$t\([^)]*\)|<[^>]*>|\S+@\S+|https?:\/\/\S+/g, ' ')
      .replace(/['’]s\b/g, ' ')
      .match(/[\p{L}’']+/gu)
    return (spoken ?? [])
      .filter((word) => foreign?.has(word.toLowerCase()) && !allowed.has(word))
      .map((word) => `${key} in ${language} says "${word}"`)
  })
}

export const strangers = ({ namespace, en, nl }: Catalogue, allowed?: ReadonlySet<string>) =>
  [...strangersIn(en, 'en', allowed), ...strangersIn(nl, 'nl', allowed)].map((one) => `${namespace}: ${one}`)
