/**
 * Waiting times are counted in classes whose width is 1/64 of a power of two (at most 1.6 % of the value), so that quantiles need not
 * keep every value. The first class holds those who did not wait.
 */

const classesPerOctave = 64
const lowestExponent = -10
const octaves = 32
/** How many there are. */
export const waitClasses = 1 + octaves * classesPerOctave

const value = new Float64Array(1)
const words = new Uint32Array(value.buffer)
/** Which of the two words of a number holds its exponent. */
const high = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0
const offset = (1023 + lowestExponent) * classesPerOctave - 1

/** The class of a wait in minutes. */
export function classOf(minutes: number): number {
  if (minutes <= 0) return 0
  value[0] = minutes
  const at = ((words[high] as number) >>> 14) - offset
  return at < 1 ? 1 : at >= waitClasses ? waitClasses - 1 : at
}

/** Where a class begins, in minutes; the first begins at 0 and has no width. */
export function classEdge(index: number): number {
  if (index <= 1) return 0
  words[1 - high] = 0
  words[high] = (index + offset) << 14
  return value[0] as number
}
