/** What a draft needs of `localStorage`. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'tierwise.draft.'
const keptDays = 30

type Kept = { readonly version: number; readonly at: number; readonly value: unknown }

/** Drafts belong to one person: the next one at the same computer does not see them. */
export function draftName(personId: string, key: string): string {
  return `${prefix}${personId}.${key}`
}

function parse(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null
    return kept && typeof kept.version === 'number' && typeof kept.at === 'number' ? (kept as Kept) : null
  } catch {
    return null
  }
}

/** The kept draft, or null when there is none or it has another shape than this version's. */
export function readDraft<T>(storage: DraftStorage, name: string, version: number): T | null {
  const kept = parse(storage.getItem(name))
  return kept && kept.version === version ? (kept.value as T) : null
}

/** Keeps a draft. When the storage is full, older drafts make room; false when it still does not fit. */
export function writeDraft(
  storage: DraftStorage,
  name: string,
  draft: { readonly version: number; readonly value: unknown; readonly at: number },
): boolean {
  const text = JSON.stringify(draft)
  for (;;) {
    try {
      storage.setItem(name, text)
      return true
    } catch {
      const oldest = draftsIn(storage)
        .filter((one) => one.name !== name)
        .sort((a, b) => a.at - b.at)[0]
      if (!oldest) return false
      storage.removeItem(oldest.name)
    }
  }
}

/** Forgets drafts that nobody came back for. */
export function pruneDrafts(storage: DraftStorage, now: number): void {
  for (const { name, at } of draftsIn(storage)) {
    if (now - at > keptDays * 86_400_000) storage.removeItem(name)
  }
}

function draftsIn(storage: DraftStorage): { readonly name: string; readonly at: number }[] {
  const names: string[] = []
  for (let index = 0; index < storage.length; index += 1) {
    const name = storage.key(index)
    if (name?.startsWith(prefix)) names.push(name)
  }
  return names.map((name) => ({ name, at: parse(storage.getItem(name))?.at ?? 0 }))
}
