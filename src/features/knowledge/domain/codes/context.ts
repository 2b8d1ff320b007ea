/**
 * What stands around a number says what it is. How sure that is:
 * - `named`: it is called an error ("foutcode 806", "failed with 1603", "806 error");
 * - `said`: it is called a code, or said or shown by something ("it says 806", "ik krijg 806");
 * - `near`: its sentence is about something that does not work;
 * - `other`: it is called something else ("order 80180014", "tel. 2149056532");
 * - `none`: nothing is said.
 */
export type Called = 'named' | 'said' | 'near' | 'other' | 'none'

/** How much text before a number can name it. */
const reach = 64

const joints = String.raw`(?:[\s:=#'"“”„‘’´([{<*_~.,;→>|\x60-]|(?<![a-z])(?:is|was|code|codes|nummer|number|nr|no|id|met|with|de|het|the|een|a|an|van|of|namelijk|als|as|waarde|value|status|windows|win32|mdm|intune)(?![a-z])){0,10}$`

const named = new RegExp(
  String.raw`(?:[a-zà-ÿ]*(?:fout(?:en)?(?:code|codes|melding|nummer|bericht|tekst)?|error(?:s|code|codes|nummer|number|id|melding|message)?)|(?<![a-z])(?:err|errno|hresult|hr|oserror|osstatus|exception|uitzondering|e_fail|rc|retcode|lasterror)|(?:resultaat|result|exit|afsluit|return|retour|status|reason|reden|failure|stop|storings|bug ?check)[ -]?code|(?<![a-z])(?:event|gebeurtenis)(?:[ -]?id)?|(?:fail(?:ed|s|ing|ure)?|mislukt|mislukte|faalt|faalde|gefaald|crash(?:t|te|es|ed)|be[eë]indigd|ge[eë]indigd|ended|exited|stopt|stopte|gestopt|stops|stopped|aborted|afgebroken) (?:met|with|by|door)|storing(?:smelding)?)${joints}`,
  'i',
)

const otherCodes = String.raw`(?:post|postal|pin|zip|toegangs|access|verificatie|verification|security|beveiligings|bevestigings|confirmation|qr|bar|streep|land|country|bron|source|area|netnummer|promo|kortings|discount|activat(?:ion|ie)|activerings|eenmalige|one-time|otp|mfa|sms|inlog|sign-in verification|login|product|order|bestel|artikel|track(?:ing)?|kleur|colou?r|dress|vak|cursus|course|kosten|project|boeking|booking|klant|sort|swift|bic|morse)[ -]?(?:code|codes)`

const other = new RegExp(
  String.raw`(?:${otherCodes}|(?<![a-z])(?:tel|telnr|telefoon|telefoonnummer|phone(?: number)?|mobile?|mobiel|mobiele nummer|gsm|fax|bel|bellen|gebeld|call|called|dial|reach|bereikbaar|bereiken|whatsapp|sms|nummer is|number is|mijn nummer|my number|toestelnummer|doorkies\w*|extension|ext)|(?:[a-z]*(?:order|bestel|pakbon|vrachtbrief|waybill|packing slip|factuur|invoice|ticket|incident|klant|customer|contract|polis|serie|serial|inventaris|asset|artikel|article|dossier|zending|zend|pakket|parcel|shipment|referentie|reference|personeels|medewerker|employee|student|lidmaatschap|member|rekening|account|kamer|room|pagina|page|kenteken|zaak|case|aanvraag|wijzigings|klacht|sku)[ -]?(?:nummer|number|nr|no|num|id)?|(?:meldings?|request|change|device|apparaat|apparaats|toestel|hardware|model|part|lot|batch|licentie|licence|license)[ -]?(?:nummer|number|nr|num|id))|(?<![a-z])(?:inc|req|ritm|chg|prb|task|po|p\.o\.|kvk|k\.v\.k|btw|vat|iban|bsn|bic|s\/n|sn|p\/n|pn|imei|meid|iccid|udid|eid|esn|mac|guid|uuid|tag|versie|version|ver|build|buildnummer|release|patch|kb|rev|revision|firmware|postcode|zip|postbus|blz|poort|port|pid|proces|process|thread|tid|track|ref|kenmerk|kostenplaats|bedrag|prijs|price|eur|euro|usd|year|jaar|sinds|since|anno|hoofdstuk|chapter|regel|line|stap|step|session|sessie|correlation|trace|hash|sha1|sha256|md5|commit|job|run|bug|issue|vlan|offset|address|adres|straat|lengte|size|grootte|totaal|total|saldo|balance|from|to)(?![a-z]))(?:[\s:=#'"“”‘’([{<*_.,;>|€$£-]|(?<![a-z])(?:is|was|nummer|number|nr|no|id|me|mij|op|on|at|naar|ons|us|him|her|hem|haar|the|de|het|mijn|my|our|onze|van|of|via|even|please|graag)(?![a-z])){0,10}$`,
  'i',
)

const said = new RegExp(
  String.raw`(?<![a-zà-ÿ])(?:code|codes|melding|meldt|bericht|message|msg|says?|saying|said|zegt|zei|staat|stond|toont|tonen|toonde|show(?:s|ed|ing|n)?|display(?:s|ed)?|geeft|gaf|gives?|gave|giving|krijg(?:t|en)?|kreeg|kregen|gekregen|get|gets|getting|got|sees?|seeing|saw|zie|ziet|zag|zien|received?|receives|ontving|returns?|returned|verschijnt|verscheen|appears?|appeared|popt|pops? up|throws|threw|gooit|reports?|reported|rapporteert|status|result|resultaat|reason|reden|stopt|stopte|stops|stopped|hangt|hing|stuck|mislukt|failed|fails|failing|faalt|fout|error|met|with|betekent|betekende|does|what is|wat is|over|about|namelijk|viz|i\.e|d\.w\.z)(?:[\s:=#'"“”„‘’´([{<*_~.,;→>|\x60-]|(?<![a-z])(?:is|was|er|nu|de|het|een|the|a|an|ik|i|hij|ze|it|we|wij|this|that|dit|dat|deze|steeds|telkens|weer|always|again|now|only|alleen|just|in|op|at|on|bij|up|out|terug|back|with|met|code|nummer|number|alleen maar|namelijk)(?![a-z])){0,12}$`,
  'i',
)

/** "the 806 error", "een 80180014-fout". */
const namedAfter =
  /^[\s'"”’`´)\]}>*_-]{0,3}(?:-?\s?(?:fout|error|foutcode|foutmelding|errorcode|hresult)(?![a-z])|(?:is|was) (?:de |the |een |an |a |mijn |my )?(?:fout|error))/i

const trouble =
  /fout|error|fail|faal|mislukt|melding|message|code|werkt niet|lukt (?:het |dit |dat |me |mij |ons )?niet|doesn.?t work|not work|crash|hresult|exception|cannot|can.?t|kan niet|kunnen niet|stuck|hangt|blijft|vast|broken|kapot|weiger|refus|denied|geblokkeerd|blocked|went wrong|iets mis|misgegaan/i

/** Colours, sizes and pictures of pages and mails: `color="#8018001c"`, `width=3D"806"`, `cid:image001.png@01DDB754.8018001C`. */
const ofPages =
  /(?:(?:colou?r|background|achtergrond|kleur|fill|border)[\s:="'\w-]{0,12}#|rgba?\([\d\s,.%]{0,16}|(?<![a-z])(?:width|height|size|colspan|rowspan|border|cellpadding|cellspacing|margin|padding)\s?[=:](?:3D)?\s?["']?|@[0-9a-f]{8}\.)$/i

/** The country and area before it make it the rest of a telephone number. */
const ofPhones = /(?:\+\d{1,3}[\s\d().-]{0,12}|\(0\d{1,4}\)[\s\d-]{0,8})$/

/** What the words around a number from `start` to `end` call it. */
export function calledIn(text: string, start: number, end: number): Called {
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase()
  const after = text.slice(end, end + 32)
  if (text.length <= end + 12 && start <= 12 && isBare(before) && isBare(after)) return 'named'
  if (ofPages.test(before) || ofPhones.test(before)) return 'other'
  if (named.test(before)) return 'named'
  if (other.test(before)) return 'other'
  if (namedAfter.test(after)) return 'named'
  if (said.test(before)) return 'said'
  return trouble.test(sentenceAround(text, start, end)) ? 'near' : 'none'
}

/** Nothing else was written: whoever pastes a number alone asks what it means. */
const isBare = (around: string) => /^(?:<[^>]*>|[\s"'“”‘’([{<>\])}.,:;#*?!\x60-])*$/.test(around)

/** The rest of its sentence, as far as it is worth reading. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 120), start)
  const after = text.slice(end, end + 120)
  const begins = Math.max(...['. ', '! ', '? ', '\n\n'].map((mark) => before.lastIndexOf(mark)))
  const ends = /[.!?](?:\s|$)|\n\n/.exec(after)
  return `${before.slice(begins + 1)} ${ends ? after.slice(0, ends.index) : after}`
}

/** "code 30", "says '30'": as close as a name, for numbers that otherwise count things. */
export function isSetApart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return (
    /(?<![a-z-])codes?[\s:=#]{0,3}['"“‘([]?$|(?:melding|message|msg|status|result)\s?[:=]\s?['"“‘([]?$/i.test(
      before,
    ) ||
    (/['"“”‘„«([]$/.test(before) && /^['"”’»)\]]/.test(text.slice(end))) ||
    before.endsWith('#')
  )
}

/** What mail servers say to each other is full of numbers that are none of ours. */
const mail =
  /\b(?:smtp|esmtp|rcpt|mx|dns|dsn|mailer|mail ?server|mail system|mailbox|postmaster|postfix|exim|sendmail|qmail|diagnostic|remote host|remote server|recipient|delivery|deliver(?:ed)?|relay(?:ing)?|bounced?|message-id|received:|x-[a-z-]+:|content-type|boundary)\b|\b[245]\.\d{1,3}\.\d{1,3}\b/i

export function isMailTalk(text: string, start: number, end: number): boolean {
  return mail.test(text.slice(Math.max(0, start - 160), end + 160))
}

/** What follows a number that counts something: "806 gebruikers", "30 minutes", "31 maart". */
const goesOn =
  /^['"”’`´)\]}>*_]*(?:$|[^\p{L}\p{N}\s%€$°-]|-(?=\s|$|fout|error)|[^\S\n]*[\t\n]|\s+(?:$|[^\p{L}\s%€$°]|(?:and|en|or|of|bij|tijdens|when|while|during|in|op|on|at|after|na|nadat|maar|but|then|dan|toen|i|ik|we|wij|he|hij|she|zij|ze|it|het|appears?|verschijnt|komt|came|comes|shows?|shown|toont|the|de|dus|so|als|if|terwijl|waarna|which|wat|die|dat|that|this|dit|deze|is|was|every|elke|elk|steeds|telkens|weer|again|sinds|since|voor|for|from|van|vanaf|met|with|by|door|to|om|zodra|wanneer|before|voordat|until|tot|staat|stond|says?|terug|back|on-?screen|error|fout|code|nu|now|please|graag|kan|kun|can|could|wat|what|help|hoe|how|waarom|why|no|geen|niet|not|nothing|niets|mijn|my|our|onze|hun|their|een|an?|er|te|mean|means|betekent|betekende|krijg|krijgt|get|gets)(?!\p{L})))/iu

/** Whether what follows lets a short number stand for itself. */
export function standsForItself(text: string, end: number): boolean {
  return goesOn.test(text.slice(end, end + 24))
}
