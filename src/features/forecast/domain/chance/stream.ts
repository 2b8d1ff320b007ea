/**
 * A stream of chance: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, period at least 2^32 and about 2^127 on average.
 * The state stands in an Int32Array so that no number is allocated per draw.
 */
export type Stream = Int32Array

/** What a stream is drawn for. Each purpose has its own, so that a change of staffing leaves arrivals and causes as they were. */
export type Purpose = number

/** The stream of a replication for a purpose: any two of them are independent, and the same on every machine. */
export function streamOf(seed: number, replication: number, purpose: Purpose): Stream {
  const state = new Int32Array(4)
  let mixed = seed | 0
  for (const part of [Math.floor(seed / 4_294_967_296), replication, purpose])
    mixed = scramble(mixed ^ scramble(part | 0))
  for (let index = 0; index < 3; index += 1) {
    mixed = (mixed + 0x9e3779b9) | 0
    state[index] = scramble(mixed)
  }
  state[3] = 1
  for (let index = 0; index < 15; index += 1) bits(state)
  return state
}

/** Thirty-two random bits. */
export function bits(state: Stream): number {
  const a = state[0] as number
  const b = state[1] as number
  const c = state[2] as number
  const counter = state[3] as number
  const out = (a + b + counter) | 0
  state[3] = (counter + 1) | 0
  state[0] = b ^ (b >>> 9)
  state[1] = (c + (c << 3)) | 0
  state[2] = (((c << 21) | (c >>> 11)) + out) | 0
  return out
}

/** A number in [0, 1), with 32 bits: for choices. */
export function unit(state: Stream): number {
  return (bits(state) >>> 0) * 2.3283064365386963e-10
}

/** The finaliser of MurmurHash3 (Austin Appleby): every bit of the input reaches every bit of the output. */
function scramble(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
