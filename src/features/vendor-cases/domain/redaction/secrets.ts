/** What no vendor needs and nobody may send, whatever they ask for: it opens doors. */
const secrets: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // JSON web tokens, with or without `Bearer` before them.
  /\b(?:Bearer\s+)?eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/gi,
  /\bBearer\s+[\w~+/.=-]{16,}/gi,
  /\bBasic\s+[A-Za-z0-9+/]{12,}={0,2}/g,
  // A signed link, such as that of collected diagnostics: the link as a whole opens the file.
  /\bhttps?:\/\/[^\s<>"']*[?&;](?:amp;)?(?:sig|signature|x-amz-signature|access_token|code|token|skoid)=[^\s<>"']*/gi,
  // User and password in a link.
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{1,200}:[^\s/@]{1,200}@[^\s]+/gi,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[^\s;"']+/gi,
  /\b(?:ESTSAUTH\w*|SignInStateCookie|\.AspNet\.Cookies)=[^\s;"']+/gi,
  // Refresh tokens and authorisation codes of Entra ID.
  /\b[01]\.A[\w-]{20,}[\w.-]{20,}/g,
  // The key with which BitLocker is recovered, also over the end of a line.
  /\b\d{6}(?:[\s\u2010-\u2014-]{1,4}\d{6}){7}\b/g,
  // Recovery keys of FileVault, bypass codes of activation lock, product keys.
  /(?<![\w-])(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,7}(?![\w-])/g,
  // Whoever has the address of a webhook may post; of a workflow, start it.
  /\bhttps?:\/\/(?:[\w-]+\.)*(?:webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com|hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks)[^\s<>"']*/gi,
  // Keys as their makers write them: Entra ID, GitHub, Amazon, Slack.
  /(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{20,}/g,
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|AKIA[0-9A-Z]{16}|xox[abpr]-[\w-]{10,})\b/g,
  /\b(?:Set-)?Cookie:[ \t]*[^\r\n]+/gi,
  // `<password>…</password>`.
  /(?<=<(?:password|wachtwoord|passwd|secret|key|pin|passcode|token)\b[^<>]{0,60}>)[^<>]{1,200}(?=<\/)/gi,
  // What an authenticator or a message shows for half a minute.
  /(?<=\b(?:totp|otp|mfa|2fa|sms|authenticator|verificatie|verification|eenmalige|one[- ]time)[ -]?(?:code|wachtwoord|password)?[ ]{0,3}(?:[:=]|is)?[ ]{0,3})\d{3}[ ]?\d{3,5}\b/gi,
  /(?<=\bcode[ ])\d{6,8}(?=[^.\n]{0,30}\b(?:authenticator|sms)\b)/gi,
]

/** A quoted value may have spaces. */
const quoted =
  /\b((?:wachtwoord(?:en)?|password|passphrase|passcode|toegangscode|pin(?:code)?|ww|pwd?|laps))(\s{0,9}(?:[:=]|\b(?:is|was|wordt)\b)?\s{0,9})(["'“‘][^"'”’\n]{3,200}["'”’])/gi
/** `passcode 482913`, `wachtwoord Zomer2026!`: nothing in between, and no word of ours. */
const bare =
  /\b((?:wachtwoord|password|passphrase|passcode|toegangscode|pin(?:code)?|ww|pwd|laps(?:[ ]?wachtwoord|[ ]?password)?|tap|temporary access pass|tijdelijke toegangspas|(?:bypass|unlock|ontgrendel(?:ings)?|recovery|herstel)[- ]?code))([ ]{1,3})(?=\S{0,200}\d)(\d{4,12}\b|(?=\S{0,200}[\p{L}!#$%&*?@^~])(?!\d+[,.)]?(?:\s|$))[^\s"',;<>]{6,200})/giu
/** `inloggegevens: ada / Zomer2026!` */
const pair =
  /\b((?:inloggegevens|credentials|login|aanmeldgegevens)[ ]{0,3}[:=][ ]{0,3}[^\s/]{2,64}[ ]{0,3}\/[ ]{0,3})()([^\s"',;<>]{4,200})/gi

/** `wachtwoord: Zomer2026!` and its like; what is called so goes, up to the end of the line or the next clause. */
const named =
  /\b((?:(?:nieuw|tijdelijk|temporary|new|client|app)[\s_-]?)?(?:wachtwoord(?:en)?|password|passwd|passphrase|pwd|client[_ -]?secret|geheim|secret(?:[_ -]?(?:key|value))?|api[_ -]?key|sleutel|pin(?:code)?|pincode|toegangscode|passcode|ww|pwd?|laps|tap|temporary access pass|tijdelijke toegangspas|(?:filevault|functions|account|shared[_ -]?access)[_ -]?key|(?:bypass|unlock|ontgrendel(?:ings)?)[_ -]?code|recovery[_ -]?(?:key|code)|herstel(?:sleutel|code)|refresh_token|access_token|id_token|token))(\s{0,9}(?:["']?\s{0,9}[:=]|\b(?:is|was|wordt)\b)\s{0,9}["']?)(\d[\d ]{2,14}\d\b|[^\s"',;<>]{3,200})/gi

export const secretMark = '[secret removed]'

/** Values that say nothing secret, although they follow such a word. */
const harmless =
  /^(?:niet|geen|not|no|een|het|de|is|was|too|te|weer|again|set|verlopen|expired|required|vereist|leeg|empty|null|none|true|false|unknown|onbekend|fout|wrong|correct|goed|kwijt|weg|lost|missing|failed|mislukt|ok|policy|beleid|changed|gewijzigd|incorrect|invalid|ongeldig|\[secret|\*+|\.+|…|-+)$/i

/** The text without secrets, and how many were taken out. */
export function withoutSecrets(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const take = () => {
    removed += 1
    return secretMark
  }
  const unless = (whole: string, word: string, between: string, value: string) =>
    harmless.test(value.replace(/^["'“‘]|["'”’]$|[.!?)]+$/g, '')) ? whole : `${word}${between}${take()}`
  const certain = secrets.reduce((before, pattern) => before.replace(pattern, take), text)
  const clean = [quoted, named, bare, pair].reduce((before, pattern) => before.replace(pattern, unless), certain)
  return { text: clean, removed }
}
