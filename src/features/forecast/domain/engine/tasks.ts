/** What an agent does with a ticket. */
export const kinds = { work: 0, takeNote: 1, contact: 2, look: 3, mend: 4 } as const

export const states = { waiting: 0, atWork: 1, withVendor: 2, gone: 3 } as const

/** The pieces of work that are under way, one row each; a row is used again once its ticket has left. */
export type Tasks = {
  size: number
  free: Int32Array
  freeCount: number
  kind: Uint8Array
  state: Uint8Array
  priority: Uint8Array
  /** Came in within the window. */
  counted: Uint8Array
  /** The vendor has said what it is. */
  answered: Uint8Array
  tier: Uint8Array
  cause: Int32Array
  /** On the clock of the overall targets. */
  openedAt: Float64Array
  solvedAt: Float64Array
  /** What the piece of work will take. */
  minutes: Float64Array
  /** On the tier's clock. */
  enteredAt: Float64Array
  givesUpAt: Float64Array
  /** Minutes of work by each tier: row times tiers plus tier. */
  worked: Float64Array
}

export function tasks(tiers: number): Tasks {
  return {
    size: 0,
    free: new Int32Array(256),
    freeCount: 0,
    kind: new Uint8Array(256),
    state: new Uint8Array(256),
    priority: new Uint8Array(256),
    counted: new Uint8Array(256),
    answered: new Uint8Array(256),
    tier: new Uint8Array(256),
    cause: new Int32Array(256),
    openedAt: new Float64Array(256),
    solvedAt: new Float64Array(256),
    minutes: new Float64Array(256),
    enteredAt: new Float64Array(256),
    givesUpAt: new Float64Array(256),
    worked: new Float64Array(256 * tiers),
  }
}

/** A free row. */
export function take(from: Tasks, tiers: number): number {
  if (from.freeCount === 0 && from.size === from.kind.length) grow(from)
  let row = from.size
  if (from.freeCount > 0) {
    from.freeCount -= 1
    row = from.free[from.freeCount] as number
  } else from.size += 1
  from.answered[row] = 0
  for (let tier = 0; tier < tiers; tier += 1) from.worked[row * tiers + tier] = 0
  return row
}

export function give(back: Tasks, row: number): void {
  back.free[back.freeCount] = row
  back.freeCount += 1
}

function grow(full: Tasks): void {
  const bytes = (old: Uint8Array) => doubled(old, new Uint8Array(old.length * 2))
  const integers = (old: Int32Array) => doubled(old, new Int32Array(old.length * 2))
  const numbers = (old: Float64Array) => doubled(old, new Float64Array(old.length * 2))
  full.free = integers(full.free)
  full.kind = bytes(full.kind)
  full.state = bytes(full.state)
  full.priority = bytes(full.priority)
  full.counted = bytes(full.counted)
  full.answered = bytes(full.answered)
  full.tier = bytes(full.tier)
  full.cause = integers(full.cause)
  full.openedAt = numbers(full.openedAt)
  full.solvedAt = numbers(full.solvedAt)
  full.minutes = numbers(full.minutes)
  full.enteredAt = numbers(full.enteredAt)
  full.givesUpAt = numbers(full.givesUpAt)
  full.worked = numbers(full.worked)
}

function doubled<Kept extends { set(from: Kept): void }>(old: Kept, next: Kept): Kept {
  next.set(old)
  return next
}
