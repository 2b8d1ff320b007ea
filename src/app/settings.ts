import { type Config, readConfig } from '#platform/config.ts'
import { createLog, type Logger } from '#platform/log.ts'

export type Settings = { readonly config: Config; readonly log: Logger }

/** In a terminal only what needs attention is logged, so that what is printed for people stands out. */
export function settings(): Settings {
  const config = readConfig({ ...(process.stderr.isTTY ? { LOG_LEVEL: 'warn' } : {}), ...process.env })
  return { config, log: createLog(config.logLevel) }
}
