import type { PreviewAsked } from '../queries.ts'

/** What a person makes of a packet, as it is being written. */
export type PacketDraft = {
  readonly typed: Readonly<Record<string, string>>
  /** Reasons, by what is shown on purpose. */
  readonly shown: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

export const emptyDraft: PacketDraft = { typed: {}, shown: {}, files: [] }

/** As the API takes it. */
export function choicesOf({ typed, shown, files }: PacketDraft): Pick<PreviewAsked, 'typed' | 'shown' | 'files'> {
  return {
    typed: { ...typed },
    shown: Object.entries(shown).map(([print, reason]) => ({ print, reason })),
    files: [...files],
  }
}
