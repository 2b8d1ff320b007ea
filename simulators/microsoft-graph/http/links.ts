import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes and reads the tokens in links. They are signed, so that a client that builds its own link is refused. */
export type Links = {
  readonly seal: (content: Readonly<Record<string, unknown>>) => string
  readonly open: (token: string) => Readonly<Record<string, unknown>> | null
}

export function makeLinks(): Links {
  const key = randomBytes(32)
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)
  return {
    seal: (content) => {
      const text = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${text}.${sign(text)}`
    },
    open: (token) => {
      const [text = '', signature = ''] = token.split('.')
      const expected = Buffer.from(sign(text))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
    },
  }
}
