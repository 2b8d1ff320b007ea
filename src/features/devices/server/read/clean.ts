const mostText = 300
const address = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g
const link = /\bhttps?:\/\/\S+/gi

/** Free text from outside as it may be kept: short, without addresses of people and without links, which can be secrets. */
export function clean(text: string): string
export function clean(text: string | null): string | null
export function clean(text: string | null): string | null {
  if (text === null) return null
  const cleaned = text.replace(link, '[…]').replace(address, '[…]').replaceAll('\u0000', '').trim()
  return cleaned.length > mostText ? `${cleaned.slice(0, mostText - 1)}…` : cleaned
}
