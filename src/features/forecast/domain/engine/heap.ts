/** Items with keys, of which the smallest key is at hand: a binary heap in typed arrays, which grows when it is full. */
export type Heap = { size: number; keys: Float64Array; items: Int32Array }

export function heap(room = 64): Heap {
  return { size: 0, keys: new Float64Array(room), items: new Int32Array(room) }
}

export function push(into: Heap, key: number, item: number): void {
  if (into.size === into.keys.length) grow(into)
  const { keys, items } = into
  let at = into.size
  into.size += 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = keys[parent] as number
    if (above <= key) break
    keys[at] = above
    items[at] = items[parent] as number
    at = parent
  }
  keys[at] = key
  items[at] = item
}

/** Takes the item with the smallest key; the heap must not be empty. */
export function pop(from: Heap): number {
  const { keys, items } = from
  const first = items[0] as number
  const last = from.size - 1
  from.size = last
  if (last > 0) settle(keys, items, last, keys[last] as number, items[last] as number)
  return first
}

/** Puts another item in the place of the first, which is cheaper than taking one and adding one. */
function settle(keys: Float64Array, items: Int32Array, size: number, key: number, item: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child += 1
    const below = keys[child] as number
    if (below >= key) break
    keys[at] = below
    items[at] = items[child] as number
    at = child
  }
  keys[at] = key
  items[at] = item
}

/** Adds to every key: the order stays. */
export function shiftKeys({ keys, size }: Heap, by: number): void {
  for (let index = 0; index < size; index += 1) keys[index] = (keys[index] as number) + by
}

function grow(full: Heap): void {
  const keys = new Float64Array(full.keys.length * 2)
  const items = new Int32Array(full.items.length * 2)
  keys.set(full.keys)
  items.set(full.items)
  full.keys = keys
  full.items = items
}
