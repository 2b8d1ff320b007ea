import * as Y from 'yjs'

/** What a page of the room ever sends: plain text under `notes`, and what was taken away. */
const text = 'notes'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Place = { readonly client: number; readonly clock: number } | null

/**
 * Whether these bytes are text for the notes. Bytes can be a well-formed update and still break every page that applies it (a
 * letter that stands to the right of itself), or count for a letter that no page shows; such an update would stay for ever.
 */
export function isNoteUpdate(update: Uint8Array): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    return (structs.length > 0 || ds.clients.size > 0) && structs.every(isPlainText)
  } catch {
    return false
  }
}

function isPlainText(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content, origin, rightOrigin, parentSub } = struct
  const parent: unknown = struct.parent
  if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted)) return false
  if (parentSub !== null || (parent !== null && parent !== text)) return false
  return [origin, rightOrigin].every((place) => isEarlier(place, struct.id))
}

/** Nothing stands beside what its own writer wrote later. */
function isEarlier(place: Place, id: NonNullable<Place>): boolean {
  return place === null || place.client !== id.client || place.clock < id.clock
}

/** Whether every page that has these updates can apply those that are new; the last word, by doing it. */
export function applies(before: readonly Uint8Array[], added: readonly Uint8Array[]): boolean {
  const document = new Y.Doc()
  try {
    for (const update of [...before, ...added]) Y.applyUpdate(document, update)
    return true
  } catch {
    return false
  } finally {
    document.destroy()
  }
}
