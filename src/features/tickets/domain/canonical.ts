/**
 * One text for one value, whatever order its keys were written or stored in: what is hashed has to read the same after years in a
 * database. Values are JSON; a key without a value is as good as absent.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`)
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`A ${typeof value} has no place in JSON`)
  return text
}
