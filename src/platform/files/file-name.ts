const separators = /^.*[/\\]/s
/** Control characters, and those that make text run the other way, so that `exe.png` reads as `gnp.exe`. */
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const reserved = /[<>:"|?*]/g
const longest = 200
/** What cutting leaves of a character of two units. */
const halfCharacter = /[\ud800-\udbff]$/

/** A name that can be shown and saved anywhere: no folders, nothing invisible, at most 200 characters, its ending kept. */
export function cleanFileName(given: string): string {
  const clean = given
    .normalize('NFC')
    .replace(unseen, '')
    .replace(separators, '')
    .replace(reserved, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (clean === '') return 'file'
  if (clean.length <= longest) return clean
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, longest - ending.length).replace(halfCharacter, '')}${ending}`
}

/** RFC 6266: plain letters for old readers, and the real name. */
export function attachmentHeader(disposition: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${full}`
}
