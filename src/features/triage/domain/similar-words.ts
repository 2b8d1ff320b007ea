/** Words by which tickets are compared, each with how it stands in the text. */
export type Words = ReadonlyMap<string, string>

/**
 * The words of a text by which tickets are compared: without case, accents and endings, and with one word for what Dutch and English have
 * each their own for, so that a report in one language is like a report in the other. Each with how it was written first. What begins with a
 * digit, such as a code, is no word.
 */
export function wordsIn(text: string): Words {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const found = new Map<string, string>()
  for (const [written] of plain.matchAll(/(?<![a-z0-9])[a-z][a-z0-9-]{2,39}/g)) {
    if (saysNothing.has(written)) continue
    const stem = stemOf(written)
    const word = sameAs.get(written) ?? sameAs.get(stem) ?? stem
    if (word.length >= 3 && !saysNothing.has(word) && !found.has(word)) found.set(word, written)
  }
  return found
}

/** Of endings that both languages put behind a word, the longest first. */
const endings = [
  'ingen',
  'ments',
  'ment',
  'ing',
  'ies',
  'tje',
  'ers',
  'eren',
  'en',
  'ed',
  'er',
  'es',
  's',
  'e',
  't',
]

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  return stem.replace(/([bdfgklmnprst])\1$/, '$1')
}

const saysNothing: ReadonlySet<string> = new Set(
  `the and for with that this not but you your are was were has have had can cannot could will would from when then than there here they them
  our out who what why how all any its it's about after again also been before does doesn't did don't get gets got into just like more most
  only other over please some such very want where which while since still says say said try tried see seen now new one two yes thanks thank hello dear regards
  een het van voor met dat die dit niet maar wel ook nog als dan toen daar hier wij zij hun haar hem ons onze mijn jouw jullie zijn was waren heb heeft had hebben
  kan kon kunnen wil wilde zal zou naar bij aan uit over door tot toe weer geen wat wie waar waarom hoe alle alles iets niets om op er en of te in is ik je we ze de
  nu al zo mij meer meest andere alleen graag bedankt hallo beste groet groeten hoi goedemorgen goedemiddag sinds steeds zegt zei probeer geprobeerd zie gezien nieuw nieuwe
  doet doen gaat gaan komt komen krijg krijgt krijgen lukt werkt werken work works working worked`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** What means the same; the first word of each line stands for all of them. */
const sameAs: ReadonlyMap<string, string> = new Map(
  `enroll enrol enrolling enrolment enrollment enrolled inschrijven inschrijving inschrijf ingeschreven aanmelding registreren registratie registration register
  device devices apparaat apparaten toestel toestellen
  phone telefoon telefoons mobiel smartphone mobile gsm
  password wachtwoord wachtwoorden
  passcode pincode pin toegangscode
  sign-in signin login inloggen aanmelden logon
  blocked geblokkeerd block blokkade blokkeert blocks
  error fout foutmelding foutcode melding message
  screen scherm display beeld
  update updates bijwerken bijgewerkt updaten
  install installatie installeren geinstalleerd installed installation
  certificate certificaat certificaten certificates cert
  compliant compliance voldoet conform noncompliant
  policy policies beleid
  profile profiel profielen profiles
  sync synchroniseren synchronisatie synced syncing synchroniseert
  company-portal bedrijfsportal bedrijfsportaal
  portal portaal
  company bedrijf organisatie organisation organization
  limit limiet maximum max
  mail email e-mail outlook mailbox postvak
  wifi wi-fi wlan draadloos wireless
  network netwerk
  stuck hangt vastgelopen vast hangs freezes frozen
  slow traag langzaam
  restart herstart herstarten opnieuw reboot
  encryption versleuteling bitlocker encrypted versleuteld filevault
  licence license licentie licenties licences licenses
  account accounts
  lost kwijt verloren
  stolen gestolen
  calendar agenda
  camera foto
  management beheer beheerd managed
  expired verlopen expires verloopt
  denied geweigerd refused
  missing ontbreekt ontbreken
  setup instellen instelling instellingen settings
  black zwart zwarte
  white wit witte`
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...others] = line.trim().split(/\s+/)
      return [word, ...others].map((one) => [one, word] as const)
    }),
)

/** How often words stand in the tickets of a desk. */
export type WordCounts = { readonly tickets: number; readonly having: ReadonlyMap<string, number> }

export function countWords(texts: Iterable<Words>): WordCounts {
  const having = new Map<string, number>()
  let tickets = 0
  for (const words of texts) {
    tickets += 1
    for (const word of words.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  }
  return { tickets, having }
}

/**
 * How much a word says, from 0 to 1: a word that stands in every ticket says nothing, one that stands in one alone says most.
 *
 *     ln( (N + 1) / (n + 1) ) / ln( N + 1 )
 *
 * A desk of few tickets knows little of what is rare: until it has fifty, as if fifty others had been without the word.
 */
export function weightOf(word: string, { tickets, having }: WordCounts): number {
  const all = tickets + Math.max(0, 50 - tickets)
  return Math.log((all + 1) / ((having.get(word) ?? 0) + 1)) / Math.log(all + 1)
}

/** The share of tickets that a rare word stands in at most. */
const rare = 0.02

/** The words that are rare at a desk and that another ticket shares, the rarest first. */
export function rareWordsOf(words: Words, counts: WordCounts, most: number): readonly string[] {
  const atMost = Math.max(8, rare * counts.tickets)
  const shared = [...words.keys()].filter((word) => {
    const having = counts.having.get(word) ?? 0
    return having >= 2 && having <= atMost
  })
  const rarer = (one: string, other: string) =>
    (counts.having.get(one) ?? 0) - (counts.having.get(other) ?? 0) || (one < other ? -1 : 1)
  return shared.toSorted(rarer).slice(0, most)
}

const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(sameAs, ([, word]) => word)].map(([word, all]) => [word, all.map(([written]) => written)]),
)

/** How else a word may be written, in either language. */
export function spellingsOfWord(word: string): readonly string[] {
  return spellings.get(word) ?? []
}
