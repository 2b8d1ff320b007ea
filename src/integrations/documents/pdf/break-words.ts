/** Typst breaks a line between words alone; what is longer than a column gets places to break at that nobody sees. */
export function broken(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'svg' || key === 'link' || key === 'alt' ? value : breakable(value)
  if (Array.isArray(value)) return value.map((one) => broken(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'properties' ? one : broken(one, name)]),
  )
}

const breakHere = '\u200b'
function breakable(text: string): string {
  return text
    .replace(/[^\s\u200b]{24,}/gu, (long) => long.replace(/[/._?&=-](?=[^\s/])/g, `$&${breakHere}`))
    .replace(/[^\s\u200b]{24,}/gu, (long) =>
      [...long].map((one, at) => (at % 16 === 15 ? `${one}${breakHere}` : one)).join(''),
    )
}
