/**
 * A picture without what its camera or program wrote into it: place, serial number, maker, comments. What it shows stays, and how it is
 * turned. Of anything else the bytes as they are.
 */
export function pictureAlone(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegAlone(bytes) ?? bytes
  return bytes.subarray(0, 8).equals(pngMark) ? (pngAlone(bytes) ?? bytes) : bytes
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Parts of a PNG without which it looks otherwise; of what may be left out, only those say nothing of anybody. */
const pngKept = /^(?:[A-Z]\w{3}|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|hIST|tRNS|pHYs|sPLT|acTL|fcTL|fdAT|cICP|mDCV|cLLI)$/

/** Null where it is no whole picture. */
function pngAlone(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [pngMark]
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return null
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (pngKept.test(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

function jpegAlone(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    // From here on it is the picture itself, to its end.
    if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at, endOfJpeg(bytes, at))])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return null
    const part = bytes.subarray(at, end)
    const turned = marker === 0xe1 ? orientation(part) : null
    if (turned !== null) kept.push(onlyTurned(turned))
    // JFIF and colours stay; other applications' parts and comments do not.
    else if (!isTold(marker, part)) kept.push(part)
    at = end
  }
  return null
}

/** Phones put a film behind the picture. */
function endOfJpeg(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), from)
  return end < 0 ? bytes.length : end + 2
}

function isTold(marker: number, part: Buffer): boolean {
  if (marker === 0xfe) return true
  if (marker === 0xe2) return part.toString('latin1', 4, 15) !== 'ICC_PROFILE'
  return marker >= 0xe1 && marker <= 0xef && marker !== 0xee
}

/** How the picture is to be turned, where it says so. */
function orientation(part: Buffer): number | null {
  if (part.toString('latin1', 4, 10) !== 'Exif\0\0' || part.length < 20) return null
  const tiff = part.subarray(10)
  const small = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = small ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return null
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    const value = short(at + 8)
    if (short(at) === 0x01_12) return value >= 1 && value <= 8 ? value : null
  }
  return null
}

function onlyTurned(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(value, 18)
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
