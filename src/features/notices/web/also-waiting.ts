import type { NoticeView } from '../contract.ts'

/** Names of notices: those of a feature, or of a kind of it (`devices.agree`). */
type Names = readonly string[]

/** What asks something and is not `shown` on the page in words of its own; what cannot wait comes `first`, the newest before the others. */
export function alsoWaiting<Ask extends Pick<NoticeView, 'teller' | 'kind'>>(
  asks: readonly Ask[],
  { shown, first }: { readonly shown: Names; readonly first: Names },
): readonly Ask[] {
  const others = asks.filter((ask) => !isAmong(ask, shown))
  return [...others.filter((ask) => isAmong(ask, first)), ...others.filter((ask) => !isAmong(ask, first))]
}

function isAmong({ teller, kind }: Pick<NoticeView, 'teller' | 'kind'>, names: Names): boolean {
  const own = `${teller}.${kind}`
  return names.some((name) => own === name || own.startsWith(`${name}.`))
}
