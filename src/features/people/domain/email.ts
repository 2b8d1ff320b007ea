const longest = 254

/**
 * An e-mail address as Tierwise keeps it: trimmed, lower case; null when it is not one. Deliberately without one large
 * regular expression: it runs over hostile mail, so its time is linear in the length.
 */
export function normalEmail(text: string): string | null {
  if (text.length > longest + 64) return null
  const email = text.trim().toLowerCase()
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const domain = email.slice(at + 1)
  if (at < 1 || email.length > longest || local.length > 64) return null
  if (!hasOnlyAddressCharacters(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return null
  return isDomain(domain) ? email : null
}

function hasOnlyAddressCharacters(local: string): boolean {
  for (const character of local) {
    if (character <= ' ' || '\u007f"(),:;<>@[\\]'.includes(character)) return false
    if (character.trim() === '') return false
  }
  return true
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return (
    labels.length >= 1 &&
    labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})$/u.test(label) && !label.endsWith('-'))
  )
}
