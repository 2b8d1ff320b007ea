/**
 * A name as people write it: one line, no control or direction-changing characters (they can make one name look like
 * another), no angle brackets around addresses. Null when nothing readable is left or it is too long.
 */
export function normalName(text: string, longest = 120): string | null {
  if (text.length > longest * 4) return null
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}<>]/gu, '')
    .trim()
  return name.length >= 1 && name.length <= longest ? name : null
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)
}

/** The short name that an organisation gets from its name: "Contoso Nederland B.V." becomes contoso-nederland-b-v. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 41)
    .split('-')
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 40)
  return slug.endsWith('-') ? slug.slice(0, -1) : slug === '' ? 'desk' : slug
}
