import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** A plain mail to one person, put in the outbox. */
export type PersonalMail = {
  readonly to: string
  readonly name: string
  readonly language: Language
  readonly subject: string
  readonly text: string
}

/** What people need of others, given by the composition root: people know no other feature. */
export type PeopleServices = {
  readonly mail: {
    readonly isSetUp: (tx: Tx) => Promise<boolean>
    readonly send: (platform: Platform, tx: Tx, mail: PersonalMail) => Promise<void>
  }
  /** Whether a password is on a list of leaked ones; asked after the bundled check. */
  readonly isLeaked?: ((password: string) => Promise<boolean>) | undefined
  /** How sign-in providers are reached; the platform's own fetch when absent. */
  readonly fetch?: typeof fetch | undefined
}
