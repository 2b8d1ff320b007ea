// Math.log and Math.exp may differ in the last bit between engines and processors. These use only + - * /, which IEEE 754 rounds
// in one way everywhere, so that the same seed gives the same bytes on every machine.

// ln 2 in two parts: k * high is exact for |k| < 2^20, what is missing stands in low.
const ln2High = 0.69314718036912381649
const ln2Low = 1.90821492927058770002e-10
const view = new DataView(new ArrayBuffer(8))

/** Natural logarithm of a positive, finite, normal number; within 2 units in the last place. */
export function ln(x: number): number {
  view.setFloat64(0, x)
  let exponent = ((view.getUint32(0) >>> 20) & 0x7ff) - 1023
  view.setUint32(0, (view.getUint32(0) & 0x000fffff) | 0x3ff00000)
  let mantissa = view.getFloat64(0)
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2
    exponent += 1
  }
  // ln m = 2 artanh s; |s| <= 0.1716, so twelve terms reach the last bit.
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let sum = 0
  for (let odd = 25; odd >= 3; odd -= 2) sum = (sum + 1 / odd) * square
  return exponent * ln2High + (exponent * ln2Low + 2 * s * sum + 2 * s)
}

const smallest = -1022
const powersOfTwo = new Float64Array(2046)
{
  let power = 1
  for (let k = 0; k <= 1023; k += 1) {
    powersOfTwo[k - smallest] = power
    if (k < 1023) power *= 2
  }
  power = 1
  for (let k = 0; k >= smallest; k -= 1) {
    powersOfTwo[k - smallest] = power
    power /= 2
  }
}

/** 1 / n!, by which the series of e to the x goes. */
const [f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13] = [
  0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889, 0.0001984126984126984,
  0.0000248015873015873, 0.0000027557319223985893, 2.755731922398589e-7, 2.505210838544172e-8, 2.08767569878681e-9,
  1.6059043836821613e-10,
] as const

/** e to the x for -700 <= x <= 700 (the bounds beyond); within 2 units in the last place. */
export function exp(x: number): number {
  const bounded = x < -700 ? -700 : x > 700 ? 700 : x
  const k = Math.floor(bounded * 1.4426950408889634 + 0.5)
  const r = bounded - k * ln2High - k * ln2Low
  // |r| <= 0.3466: the next term is below the last bit.
  const high = f9 + r * (f10 + r * (f11 + r * (f12 + r * f13)))
  const low = 0.5 + r * (f3 + r * (f4 + r * (f5 + r * (f6 + r * (f7 + r * (f8 + r * high))))))
  return (1 + (r + r * r * low)) * (powersOfTwo[k - smallest] as number)
}
