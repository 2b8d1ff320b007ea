import { type DestinationStream, pino } from 'pino'

export type Logger = {
  readonly [Level in 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'trace']: {
    (fields: object, message?: string): void
    (message: string): void
  }
} & {
  readonly child: (fields: Record<string, unknown>) => Logger
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const hidden = '[hidden]'
const secretName =
  /^(?:.*[-_.])?(?:authorization|cookies?|set-?cookie|pass(?:word|wd|phrase)?|tokens?|secrets?|credentials?|otp|totp|code_?verifier|api_?key|private_?key|session_?id)$/i
const endsAsSecret = /(?:password|passwd|passphrase|secret|secrets)$/i
const camelSecretName =
  /(?:Authorization|Cookie|Password|Passphrase|Token|Tokens|Secret|Secrets|Credential|Credentials|ApiKey|PrivateKey|Verifier)$/
const secretInText =
  /((?:bearer|basic)\s+)[\w.~+/=-]{8,}|([?&#](?:[\w-]*(?:token|secret|password|signature|key)|code|state)=)[^&\s"']+|(\b\w+:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/gi

/** One JSON line per fact, for machines; anything that looks like a secret is replaced before it is written. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutSecrets(fields) as object as Record<string, unknown>,
        bindings: (fields) => withoutSecrets(fields) as Record<string, unknown>,
      },
      serializers: {
        err: (error: unknown) => error,
        req: (httpRequest: { id?: unknown; method?: string; url?: string }) => ({
          id: httpRequest.id,
          method: httpRequest.method,
          url: scrubText(httpRequest.url ?? ''),
        }),
      },
      hooks: {
        logMethod(input, method) {
          const clean = input.map((part) => (typeof part === 'string' ? scrubText(part) : part))
          method.apply(this, clean as Parameters<typeof method>)
        },
      },
    },
    destination ?? pino.destination({ fd: 2, sync: false, minLength: 0 }),
  ) as unknown as Logger
}

/** A copy in which values under secret names, and secrets inside text and addresses, are replaced. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > 8) return '[too deep]'
  if (value instanceof Error) return describeError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1))
  if (!isPlain(value)) return depth <= 1 ? value : `[${value.constructor.name}]`
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isSecretName(name) && item !== null && item !== undefined ? hidden : withoutSecrets(item, depth + 1),
    ]),
  )
}

function describeError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause, ...more } = error as Error & Record<string, unknown>
  return {
    type: name,
    message: scrubText(message),
    stack: scrubText(stack ?? ''),
    ...(withoutSecrets(more, depth + 1) as object),
    ...(cause === undefined ? {} : { cause: withoutSecrets(cause, depth + 1) }),
  }
}

/** Anything else directly under a field (an httpRequest) is left to its serializer; deeper it is only named. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isSecretName(name: string): boolean {
  return secretName.test(name) || camelSecretName.test(name) || endsAsSecret.test(name)
}

function scrubText(text: string): string {
  return text.replace(
    secretInText,
    (_all, scheme: string | undefined, parameter: string | undefined, user: string | undefined) =>
      `${scheme ?? parameter ?? user ?? ''}${hidden}`,
  )
}
