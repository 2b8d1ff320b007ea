import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { secretsOf } from './secrets.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'tierwise-secrets-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true })
})

describe('a sealed secret', () => {
  it('is opened with the same key, and tells nothing without it', async () => {
    const secrets = await secretsOf(folder())
    const sealed = secrets.seal('wachtwoord van de postbus', 'mailbox 1')
    expect(secrets.open(sealed, 'mailbox 1')).toBe('wachtwoord van de postbus')
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('utf8')).not.toContain('wachtwoord')
    expect(secrets.seal('same', 'x')).not.toBe(secrets.seal('same', 'x'))
    const other = await secretsOf(folder())
    expect(() => other.open(sealed, 'mailbox 1')).toThrow()
  })

  it('cannot be moved to another place, changed, or shortened', async () => {
    const secrets = await secretsOf(folder())
    const sealed = secrets.seal('secret', 'mailbox 1')
    expect(() => secrets.open(sealed, 'mailbox 2')).toThrow()
    for (const [index, part] of sealed.split('.').entries()) {
      const parts = sealed.split('.')
      parts[index] = part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`
      expect(() => secrets.open(parts.join('.'), 'mailbox 1')).toThrow()
      parts[index] = part.slice(0, 4)
      if (index > 0 && part.length > 5) expect(() => secrets.open(parts.join('.'), 'mailbox 1')).toThrow()
    }
  })
})

describe('the key of a data folder', () => {
  it('is for its owner only, and the same after a restart', async () => {
    const data = folder()
    await secretsOf(data)
    const path = join(data, 'secret.key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(path, 'utf8'), 'base64url')).toHaveLength(32)
  })

  it('is never replaced when it is damaged: that would lose every secret', async () => {
    const data = folder()
    writeFileSync(join(data, 'secret.key'), 'short')
    await expect(secretsOf(data)).rejects.toThrow('damaged')
    expect(readFileSync(join(data, 'secret.key'), 'utf8')).toBe('short')
  })
})
