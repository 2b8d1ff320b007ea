import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Encrypts what Tierwise has to know in clear later: passwords of mailboxes, secrets of sign-in providers. */
export type Secrets = {
  /** `context` binds the secret to its place (such as the row it is stored in): elsewhere it cannot be opened. */
  readonly seal: (secret: string, context: string) => string
  readonly open: (sealed: string, context: string) => string
}

const algorithm = 'aes-256-gcm'
const version = 'v1'
const opened = new Map<string, Promise<Secrets>>()

/**
 * The secrets of a data folder. Its key lies in the file `secret.key`, made the first time, readable for the owner only;
 * a backup of the database without the data folder gives no secret away.
 */
export function secretsOf(dataFolder: string): Promise<Secrets> {
  const known = opened.get(dataFolder)
  if (known) return known
  const secrets = keyOf(dataFolder).then((key) => secretsWith(key))
  opened.set(dataFolder, secrets)
  secrets.catch(() => opened.delete(dataFolder))
  return secrets
}

function secretsWith(key: Buffer): Secrets {
  return {
    seal: (secret, context) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return [version, nonce, sealed, cipher.getAuthTag()]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.')
    },
    open: (sealed, context) => {
      const [form, nonce, text, tag] = sealed.split('.')
      if (form !== version || !nonce || text === undefined || !tag) throw new Error('This is not a sealed secret')
      const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'))
      return decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

async function keyOf(dataFolder: string): Promise<Buffer> {
  const path = join(dataFolder, 'secret.key')
  const key = (await readKey(path)) ?? (await makeKey(dataFolder, path))
  if (key.length !== 32) throw new Error(`The key in ${path} is damaged: put back the file from a backup`)
  return key
}

async function readKey(path: string): Promise<Buffer | null> {
  try {
    return Buffer.from(await readFile(path, 'utf8'), 'base64url')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Written aside, then linked: two nodes that start at once end with the same key, and a crash leaves no half one. */
async function makeKey(dataFolder: string, path: string): Promise<Buffer> {
  await mkdir(dataFolder, { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(32).toString('base64url'))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(aside, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(aside, { force: true })
  }
  const key = await readKey(path)
  if (!key) throw new Error(`The key ${path} could not be made`)
  return key
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
