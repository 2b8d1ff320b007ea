import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; some 50 ms. */
const today = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** At most this many at the same time, so that a flood of sign-ins cannot take all memory. */
const most = 4
let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await computed(password, salt, today)
  return `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${base64(salt)}$${base64(tag)}`
}

/**
 * Whether the password is the one of the hash. Without a hash (nobody has this address, or they have no password) it works
 * just as long and says no, so that the time does not tell who exists.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const wanted = parse(hash ?? nobody)
  const tag = await computed(password, wanted.salt, wanted.cost)
  return timingSafeEqual(tag, wanted.tag) && hash !== null
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

/** A salt and tag that belong to no password. */
const nobody = `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(tagLength))}`

function parse(hash: string): { readonly salt: Buffer; readonly tag: Buffer; readonly cost: Cost } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash)
  if (!match) throw new Error('A stored password hash cannot be read')
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  return {
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  }
}

async function computed(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  await begin()
  try {
    return await derive('argon2id', { message: password.normalize('NFC'), nonce: salt, tagLength, ...cost })
  } finally {
    running--
    waiting.shift()?.()
  }
}

async function begin(): Promise<void> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
