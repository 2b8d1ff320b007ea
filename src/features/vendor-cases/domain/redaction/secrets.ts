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
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:]+:[^\s/@]+@[^\s]+/gi,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[^\s;"']+/gi,
  /\b(?:ESTSAUTH\w*|SignInStateCookie|\.AspNet\.Cookies)=[^\s;"']+/gi,
  // Refresh tokens and authorisation codes of Entra ID.
  /\b[01]\.A[\w-]{20,}[\w.-]{20,}/g,
  // The key with which BitLocker is recovered.
  /\b\d{6}(?:-\d{6}){7}\b/g,
]

/** `wachtwoord: Zomer2026!` and its like; what is called so goes, up to the end of the line or the next clause. */
const named =
  /\b((?:(?:nieuw|tijdelijk|temporary|new|client|app)[\s_-]?)?(?:wachtwoord(?:en)?|password|passwd|passphrase|pwd|client[_ -]?secret|geheim|secret(?:[_ -]?(?:key|value))?|api[_ -]?key|sleutel|pin(?:code)?|pincode|toegangscode|passcode|recovery[_ -]?(?:key|code)|herstel(?:sleutel|code)|refresh_token|access_token|id_token|token))(\s*(?:["']?\s*[:=]|\b(?:is|was|wordt)\b)\s*["']?)([^\s"',;<>]{3,200})/gi

export const secretMark = '[secret removed]'

/** Values that say nothing secret, although they follow such a word. */
const harmless =
  /^(?:niet|geen|not|no|een|het|de|is|was|too|te|weer|again|set|verlopen|expired|required|vereist|leeg|empty|null|none|true|false|unknown|onbekend|fout|wrong|correct|goed|policy|beleid|changed|gewijzigd|incorrect|invalid|ongeldig|\[secret|\*+|\.+|…|-+)$/i

/** The text without secrets, and how many were taken out. */
export function withoutSecrets(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const take = () => {
    removed += 1
    return secretMark
  }
  const bare = secrets.reduce((before, pattern) => before.replace(pattern, take), text)
  const clean = bare.replace(named, (whole, word: string, between: string, value: string) =>
    harmless.test(value.replace(/[.!?)]+$/, '')) ? whole : `${word}${between}${take()}`,
  )
  return { text: clean, removed }
}
