import { createHash } from 'node:crypto'

/** Numbers that look random and are the same for the same seed. */
export type Chance = {
  /** From 0 up to 1. */
  readonly next: () => number
  readonly happens: (probability: number) => boolean
  /** A whole number from `low` to `high`. */
  readonly between: (low: number, high: number) => number
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  /** Directory ids look like this. */
  readonly id: () => string
}

/** Mulberry32: 32 bits of state are plenty for a tenant. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    happens: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    oneOf: <Item>(items: readonly Item[]) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('Nothing to choose from')
      return item
    },
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** Chance of its own for one thing, so that a change elsewhere in the tenant leaves it as it is. */
export function chanceFor(seed: number, what: string): Chance {
  return chanceFrom(createHash('sha256').update(`${seed} ${what}`).digest().readUInt32LE(0))
}
