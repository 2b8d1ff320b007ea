import type { Device } from './context.ts'

/** Other devices that are easily taken for this one. */
type Twins = { readonly sameName: readonly string[]; readonly sameSerial: readonly string[] }

/** What makers put where a serial should be. */
const noSerial =
  /^(?:0+|unknown|none|n\/?a|not applicable|default string|to be filled by o\.?e\.?m\.?|system ?serial ?number)$/i

export function serialOf({ serial }: Pick<Device, 'serial'>): string | null {
  const written = serial?.trim() ?? ''
  return written === '' || noSerial.test(written) ? null : written.toUpperCase()
}

export function twinsOf(device: Device, devices: readonly Device[]): Twins {
  const others = devices.filter(({ id }) => id !== device.id)
  const [name, serial] = [nameKey(device), serialOf(device)]
  return {
    sameName: name === '' ? [] : others.filter((other) => nameKey(other) === name).map(({ id }) => id),
    sameSerial: serial === null ? [] : others.filter((other) => serialOf(other) === serial).map(({ id }) => id),
  }
}

/**
 * What tells a device apart from others with its name: the end of its serial; where that is the same too (one device under two
 * records) the day on which it was enrolled, and else the beginning of its id. Null for a name that is the only one.
 */
export function apartBy(device: Device, devices: readonly Device[]): string | null {
  const { sameName } = twinsOf(device, devices)
  if (sameName.length === 0) return null
  const namesakes = devices.filter(({ id }) => sameName.includes(id))
  const marks = [tail, enrolled, ({ id }: Device) => id.slice(0, 8)]
  const mark = marks.find((one) => {
    const own = one(device)
    return own !== null && namesakes.every((other) => one(other) !== own)
  })
  return mark?.(device) ?? device.id.slice(0, 8)
}

function nameKey({ name }: Device): string {
  return name.trim().toLowerCase()
}

const tail = (device: Device) => {
  const serial = serialOf(device)
  return serial === null ? null : `…${serial.slice(-4)}`
}
const enrolled = ({ enrolledAt }: Device) => enrolledAt?.slice(0, 10) ?? null

/** Maker and model, the maker once: many write it into the model too. */
export function makeOf({ manufacturer, model }: Pick<Device, 'manufacturer' | 'model'>): string {
  const repeats = manufacturer !== null && model?.toLowerCase().startsWith(manufacturer.toLowerCase())
  return [repeats ? null : manufacturer, model].filter((one) => one !== null).join(' ')
}
