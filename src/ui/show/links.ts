export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }

const address = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi

/** Plain text cut into text and links; only web and mail addresses become links, so no text can start a script. */
export function linkParts(text: string): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const found = withoutTail(match[0])
    const href = hrefOf(found)
    if (!href) continue
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'link', href, text: found })
    from = match.index + found.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** A sentence's full stop or a closing bracket without its opening one is not part of the address. */
function withoutTail(found: string): string {
  const cut = found.replace(/[.,;:!?]+$/, '')
  if (cut.endsWith(')') && !cut.includes('(')) return withoutTail(cut.slice(0, -1))
  return cut
}

function hrefOf(found: string): string | null {
  if (/^https?:\/\//i.test(found)) return URL.canParse(found) ? found : null
  if (/^www\./i.test(found)) return URL.canParse(`https://${found}`) ? `https://${found}` : null
  return `mailto:${found}`
}
