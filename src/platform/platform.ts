import type { Pool } from 'pg'
import type { Clock } from './clock.ts'
import type { Database } from './database/connect.ts'
import type { Translate } from './i18n/translate.ts'
import type { Logger } from './log.ts'

/** What every route, action and job gets, passed explicitly. */
export type Platform = {
  /** For persons and their organisation, as the application's role: see `inOrganisation`. */
  readonly database: Database
  /** The node's own work for all organisations (job runner, deliveries, live stream, clean-up). Never for a person. */
  readonly owner: Pool
  readonly clock: Clock
  readonly log: Logger
  /** Absolute path of the folder that holds everything that is not in the database. */
  readonly dataFolder: string
  /** Where people reach Tierwise, without a trailing slash. */
  readonly baseUrl: string
  /** Words of every feature, in the language of a person. */
  readonly translate: Translate
}
