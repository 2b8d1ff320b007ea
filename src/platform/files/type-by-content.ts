import { isUtf8 } from 'node:buffer'
import { fileTypeFromBuffer } from 'file-type'

/** The type that the first bytes of a file show, whatever its sender calls it. */
export async function typeByContent(head: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(head)
  if (known) return known.mime
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

/** The head may end inside a character of up to four bytes. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, Math.max(0, head.length - cut))))
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Whether a page may show it: pictures that cannot hold a script. Never SVG, HTML or anything else. */
export function isSafePicture(type: string): boolean {
  return pictures.has(type)
}
