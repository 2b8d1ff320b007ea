import { exp, ln } from './exact.ts'
import { bits, type Stream } from './stream.ts'

// The ziggurat of Marsaglia and Tsang (2000) with 256 layers; layer and place come from different bits (Doornik, 2005).
// Both are drawn without a logarithm in 98 of 100 cases.

const layers = 256
type Ziggurat = { readonly edge: Float64Array; readonly height: Float64Array; readonly tail: number }

/** `tail` is where the lowest layer ends and `area` what each layer holds: the published constants for 256 layers. */
function ziggurat(
  tail: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Ziggurat {
  const edge = new Float64Array(layers + 1)
  const height = new Float64Array(layers + 1)
  edge[0] = area / density(tail)
  edge[1] = tail
  for (let layer = 2; layer < layers; layer += 1) {
    const below = edge[layer - 1] as number
    edge[layer] = inverse(area / below + density(below))
  }
  edge[layers] = 0
  for (let layer = 0; layer <= layers; layer += 1) height[layer] = density(edge[layer] as number)
  return { edge, height, tail }
}

const decay = ziggurat(
  7.697117470131049,
  0.003949659822581557,
  (x) => exp(-x),
  (y) => -ln(y),
)
const bell = ziggurat(
  3.6541528853610088,
  0.00492867323399,
  (x) => exp((-x * x) / 2),
  (y) => squareRoot(-2 * ln(y)),
)

function squareRoot(value: number): number {
  return value > 0 ? Math.sqrt(value) : 0
}

/** Exponential with mean 1. */
export function exponential(stream: Stream): number {
  const { edge, height, tail } = decay
  let passed = 0
  for (;;) {
    const low = bits(stream)
    const layer = low & 255
    const x = place(bits(stream), low) * (edge[layer] as number)
    if (x < (edge[layer + 1] as number)) return passed + x
    // Beyond the lowest layer an exponential begins anew.
    if (layer === 0) passed += tail
    else if (isUnder(height, layer, stream, exp(-x))) return passed + x
  }
}

/** Normal with mean 0 and deviation 1. */
export function normal(stream: Stream): number {
  const { edge, height, tail } = bell
  for (;;) {
    const low = bits(stream)
    const layer = low & 255
    const sign = (low & 256) === 0 ? 1 : -1
    const x = place(bits(stream), low) * (edge[layer] as number)
    if (x < (edge[layer + 1] as number)) return sign * x
    if (layer === 0) return sign * beyond(stream, tail)
    if (isUnder(height, layer, stream, exp((-x * x) / 2))) return sign * x
  }
}

/** Marsaglia's way of drawing from the normal tail. */
function beyond(stream: Stream, tail: number): number {
  for (;;) {
    const x = exponential(stream) / tail
    if (2 * exponential(stream) > x * x) return tail + x
  }
}

function isUnder(height: Float64Array, layer: number, stream: Stream, density: number): boolean {
  const low = height[layer] as number
  const share = place(bits(stream), bits(stream))
  return low + share * ((height[layer + 1] as number) - low) < density
}

/** 53 bits as a number in [0, 1): all of `high`, and the upper 21 of `low`, whose lower ones choose the layer. */
function place(high: number, low: number): number {
  return ((high >>> 0) * 2_097_152 + (low >>> 11)) * 1.1102230246251565e-16
}
