/** What in a subject could be the number of a case: long enough that nobody writes it by chance. */
export function numbersIn(subject: string): readonly string[] {
  const words = subject.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]{5,40}/gu) ?? []
  return [...new Set(words.filter((word) => (word.match(/\d/g) ?? []).length > 4))].slice(0, 50)
}

const domainOf = (address: string) => address.toLowerCase().split('@').at(-1) ?? ''

/** Whether an address may be the supplier's: where one that was accepted for the case is, or Microsoft's own. */
export function mayBeSuppliers(
  address: string,
  { supplier, addresses }: { readonly supplier: string; readonly addresses: readonly string[] },
): boolean {
  const own = /microsoft/i.test(supplier) ? ['microsoft.com'] : []
  const domain = domainOf(address)
  return [...addresses.map(domainOf), ...own].some((one) => domain === one || domain.endsWith(`.${one}`))
}
