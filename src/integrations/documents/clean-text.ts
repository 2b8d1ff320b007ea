/** Control characters, halves of characters, and what makes text run the other way than it reads: no format can carry them. */
const unprintable = /(?![\n\t])\p{Cc}|\p{Cs}|[\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/** Every word of a document, whoever typed it, as text that can be printed. Drawings stay as they are. */
export function cleaned<Value>(value: Value): Value {
  return clean(value, '') as Value
}

function clean(value: unknown, key: string): unknown {
  if (typeof value === 'string') return key === 'svg' ? value : cleanText(value)
  if (Array.isArray(value)) return value.map((one) => clean(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one, name)]))
}

function cleanText(text: string): string {
  return text
    .replace(unprintable, '')
    .replace(/[\t\n ]+/g, ' ')
    .normalize('NFC')
}
