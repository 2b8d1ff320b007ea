const dutch = new Set(
  `de het een en van ik dat niet die is op te in aan voor met er maar om ook als dan wat nog bij naar kan geen heb heeft zijn wordt
  werd deze dit mijn wel moet mag kunnen krijg krijgt krijgen melding scherm telefoon toestel werkt werken doet sinds gisteren vandaag
  inloggen aanmelden wachtwoord foutmelding gebruiker gebruikers apparaat apparaten al steeds opnieuw geprobeerd zegt staat over uit`.split(
    /\s+/,
  ),
)
const english = new Set(
  `the a an and of i that not this is on to in for with it but also as then what still by can no have has are was were be been my
  must may could get gets message screen phone device devices works work does since yesterday today sign password error user users
  again tried says over from out at or when after before which there they you your we our will would`.split(/\s+/),
)

export const isCommonWord = (word: string): boolean =>
  dutch.has(word.toLowerCase()) || english.has(word.toLowerCase())

/** `Mira van Dijk`, `Jan de Vries`: a name says nothing of the language it stands in. */
const names =
  /(?<!\p{L})\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}\.\s*)*(?:(?:van|de|der|den|het|ter|ten|te|von|el|al|la|le|du)\s+)+\p{Lu}[\p{L}'’-]+)+/gu
/** `Dijkstra`: within a sentence, what has a capital is a name. */
const capitals = /(?<=[\p{L}\p{N},;:)]\s{1,3})\p{Lu}\p{Ll}[\p{L}'’-]*/gu

/** Which of the two languages a text is in; null where it is too short, or neither more than the other. */
export function guessLanguage(text: string): 'nl' | 'en' | null {
  const words =
    text
      .replace(names, '')
      .replace(capitals, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  const [nl, en] = [count(dutch), count(english)]
  const marks = words.filter((word) => /ij|oe|aa|ee$|sch|uu|eeu/.test(word) && !english.has(word)).length / 3
  if (nl + marks > en * 1.2 && nl + marks >= 1) return 'nl'
  if (en > 0) return 'en'
  return null
}
