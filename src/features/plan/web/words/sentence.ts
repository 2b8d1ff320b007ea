/** With a capital, as a button's words begin: languages differ in whether the noun or the verb comes first. */
export function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
