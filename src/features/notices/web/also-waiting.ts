import type { NoticeView } from '../contract.ts'

/** What asks something and is not shown on the page in words of its own, whoever waited longest first. `shown`: features, or kinds of a feature. */
export function alsoWaiting<Ask extends Pick<NoticeView, 'teller' | 'kind'>>(
  asks: readonly Ask[],
  shown: readonly string[],
): readonly Ask[] {
  return asks.filter(({ teller, kind }) => !isShown(`${teller}.${kind}`, shown)).toReversed()
}

function isShown(name: string, shown: readonly string[]): boolean {
  return shown.some((one) => name === one || name.startsWith(`${one}.`))
}
