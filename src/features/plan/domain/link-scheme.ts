/** What a page opens from a plan: another page, a mail, a call, a meeting; not a file on somebody's disk, and never a script. */
export const followedSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel', 'msteams']

/** In small letters; null when what is written is no address. */
export function linkScheme(url: string): string | null {
  const [, scheme] = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url) ?? []
  return scheme?.toLowerCase() ?? null
}
