import { createPublicKey, type KeyObject, sign } from 'node:crypto'

/** A certificate that signs itself, as an administrator makes one for an app registration. PEM. */
export function certificateFor(privateKey: KeyObject, name = 'support-desk'): string {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const algorithm = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))
  const subject = sequence(
    encoded(0x31, sequence(Buffer.concat([Buffer.from('0603550403', 'hex'), encoded(0x0c, Buffer.from(name))]))),
  )
  const validity = sequence(
    Buffer.concat([encoded(0x17, Buffer.from('250101000000Z')), encoded(0x17, Buffer.from('350101000000Z'))]),
  )
  const version = encoded(0xa0, Buffer.from('020102', 'hex'))
  const serial = encoded(0x02, Buffer.from('0a1b2c', 'hex'))
  const content = sequence(Buffer.concat([version, serial, algorithm, subject, validity, subject, spki]))
  const signature = sign('sha256', content, privateKey)
  const whole = sequence(
    Buffer.concat([content, algorithm, encoded(0x03, Buffer.concat([Buffer.from([0]), signature]))]),
  )
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function sequence(content: Buffer): Buffer {
  return encoded(0x30, content)
}

/** Tag, length, content: DER. */
function encoded(tag: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const bytes = Buffer.from(length.toString(16).padStart(length > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 + bytes.length]), bytes, content])
}
