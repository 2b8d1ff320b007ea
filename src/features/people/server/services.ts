import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { OrganisationRow } from './store/organisations.ts'

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
  /** The country of an organisation: whose public holidays its first plan keeps. Without it, none is asked. */
  readonly place?: {
    readonly countries: () => Promise<readonly string[]>
    readonly choose: (tx: Tx, organisation: OrganisationRow, country: string | null) => Promise<void>
  }
  /** Whether a password is on a list of leaked ones; asked after the bundled check. */
  readonly isLeaked?: ((password: string) => Promise<boolean>) | undefined
  /** How sign-in providers are reached; the platform's own fetch when absent. */
  readonly fetch?: typeof fetch | undefined
}
