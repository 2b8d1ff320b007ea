/** A word that was written in one piece with its parts at capitals: what Intune and Graph call a reason. */
export type NamedReason = { readonly written: string; readonly name: string; readonly parts: readonly string[] }

const inHumps = /(?<![\p{L}\p{N}_])[A-Za-z][a-z]+(?:[A-Z][a-z]+)+(?![\p{L}\p{N}_])/gu

/** The names of reasons that stand in a question, such as `deviceNotSupported`: each with its name in any case, and its words. */
export function reasonsNamed(text: string): readonly NamedReason[] {
  return [...text.matchAll(inHumps)].map(([written]) => ({
    written,
    name: written.toLowerCase(),
    parts: written.split(/(?<=[a-z])(?=[A-Z])/),
  }))
}
