import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a holder of passkeys can be told to do wrong. */
export type Forgery = {
  readonly origin?: string
  readonly rpId?: string
  /** The person was not asked for a finger, face or code. */
  readonly unverified?: boolean
  /** How often the key says that it was used. */
  readonly uses?: number
  readonly type?: string
  readonly userHandle?: string
  /** Signs with another key than it made. */
  readonly otherKey?: boolean
  readonly challenge?: string
}

type Options = { readonly challenge: string }
type AddOptions = Options & { readonly user: { readonly id: string } }

/** A passkey in software: makes one key, and signs with it as a browser with an authenticator does. */
export function passkeyHolder(place: { readonly origin: string; readonly rpId: string }) {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let uses = 0
  let userHandle = ''

  const clientData = (type: string, { challenge }: Options, forgery: Forgery) =>
    Buffer.from(
      JSON.stringify({
        type: forgery.type ?? type,
        challenge: forgery.challenge ?? challenge,
        origin: forgery.origin ?? place.origin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (forgery: Forgery, more: Buffer | null) => {
    const flags = 0x01 | (forgery.unverified ? 0 : 0x04) | (more ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(forgery.uses ?? uses)
    return Buffer.concat([
      sha256(Buffer.from(forgery.rpId ?? place.rpId)),
      Buffer.from([flags]),
      count,
      more ?? Buffer.alloc(0),
    ])
  }
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }

  return {
    id,
    /** Answers what one is asked when a passkey is added. */
    add: (options: AddOptions, forgery: Forgery = {}) => {
      userHandle = options.user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const made = Buffer.concat([
        Buffer.alloc(16),
        length,
        credentialId,
        coseKey(key.publicKey.export({ format: 'jwk' })),
      ])
      return {
        ...common,
        response: {
          clientDataJSON: clientData('webauthn.create', options, forgery).toString('base64url'),
          attestationObject: attestation(authenticatorData(forgery, made)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** Answers what one is asked to sign in, or to show again who one is. */
    prove: (options: Options, forgery: Forgery = {}) => {
      uses += 1
      const client = clientData('webauthn.get', options, forgery)
      const data = authenticatorData(forgery, null)
      const signed = Buffer.concat([data, sha256(client)])
      const { privateKey } = forgery.otherKey ? otherKey : key
      return {
        ...common,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: forgery.userHandle ?? userHandle,
        },
      }
    },
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR: a key on P-256. */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    bytes(x),
    Buffer.from('225820', 'hex'),
    bytes(y),
  ])
}

/** {fmt: "none", attStmt: {}, authData: …} in CBOR. */
function attestation(data: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(data.length)
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x59]),
    length,
    data,
  ])
}
