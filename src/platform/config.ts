import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorMustAct } from './errors.ts'
import { logLevels } from './log.ts'

/** Everything that is set outside Tierwise. All else lives in the settings, in the database. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(7373),
  TIERWISE_HOST: z.string().min(1).optional(),
  TIERWISE_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  TIERWISE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://desk.example.org' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TIERWISE_TRUST_PROXY: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .refine((ones) => ones.every(isProxy), {
      error:
        'must be addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, with commas between',
    })
    .optional(),
  TIERWISE_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  TIERWISE_SMTP_HOST: z.string().min(1).optional(),
  TIERWISE_SMTP_KEY: z.string().min(1).optional(),
  TIERWISE_SMTP_CERTIFICATE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
})

/** Words for networks that every machine has; an address; or a network with the length of its prefix. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  // A prefix of nought would be everybody: then anyone could say to be anyone.
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

/** Our own SMTP server, by which mail comes in. */
export type SmtpConfig = {
  readonly port: number
  /** The address to listen on; undefined means every address of this machine. */
  readonly host: string | undefined
  /** Files with a key and its certificate; without both, nothing is encrypted on the way in. */
  readonly keyFile: string | undefined
  readonly certificateFile: string | undefined
}

export type Config = {
  readonly port: number
  /** The address to listen on; undefined means every address of this machine. */
  readonly host: string | undefined
  /** Absolute path of the data folder. */
  readonly dataFolder: string
  /** An external PostgreSQL, as its owner; undefined means the embedded one. */
  readonly databaseUrl: string | undefined
  /** Where people reach Tierwise, without a trailing slash; undefined means http://localhost:PORT. */
  readonly publicUrl: string | undefined
  /** Reverse proxies: what they say in X-Forwarded-* counts. Empty: nobody's does. */
  readonly trustProxy: readonly string[]
  /** Null: no mail comes in by SMTP. */
  readonly smtp: SmtpConfig | null
  readonly logLevel: (typeof logLevels)[number]
}

/** Reads the environment; an empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new OperatorMustAct(
      'configuration-wrong',
      `A setting in the environment is wrong.\n  ${wrong.join('\n  ')}\nThe file .env.example lists every setting.`,
      { cause: parsed.error },
    )
  }
  const {
    PORT,
    TIERWISE_HOST,
    TIERWISE_DATA,
    DATABASE_URL,
    TIERWISE_URL,
    TIERWISE_TRUST_PROXY,
    LOG_LEVEL,
    ...mail
  } = parsed.data
  return {
    port: PORT,
    host: TIERWISE_HOST,
    dataFolder: resolve(TIERWISE_DATA),
    databaseUrl: DATABASE_URL,
    publicUrl: TIERWISE_URL,
    trustProxy: TIERWISE_TRUST_PROXY ?? [],
    smtp:
      mail.TIERWISE_SMTP_PORT === undefined
        ? null
        : {
            port: mail.TIERWISE_SMTP_PORT,
            host: mail.TIERWISE_SMTP_HOST,
            keyFile: mail.TIERWISE_SMTP_KEY,
            certificateFile: mail.TIERWISE_SMTP_CERTIFICATE,
          },
    logLevel: LOG_LEVEL,
  }
}
