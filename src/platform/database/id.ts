import { randomBytes } from 'node:crypto'

let lastMs = 0
let sequence = 0

/**
 * A new uuid of version 7: sorts by time of making. Made here rather than in the database, because PostgreSQL only
 * knows how from version 18. Within one process every id sorts after the one before, also in one millisecond and
 * when the machine's clock steps back.
 */
export function newId(): string {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = randomBytes(2).readUInt16BE() & 0x7ff
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      lastMs += 1
      sequence = 0
    }
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const random = randomBytes(8)
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
