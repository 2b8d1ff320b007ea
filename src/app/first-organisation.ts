import {
  createAdminLink,
  createOrganisation,
  organisationIds,
  organisationOf,
  personsWithRole,
} from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { beginOrganisation } from './begin-organisation.ts'

/** Makes the first organisation, under a name that its administrator changes when setting it up. */
export async function ensureOrganisation(platform: Platform): Promise<void> {
  if ((await organisationIds(platform)).length > 0) return
  const language = /^nl\b|^nl_/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'nl' : 'en'
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  try {
    await createOrganisation(platform, { name: 'Tierwise', language, timeZone }, beginOrganisation)
  } catch (error) {
    // Another node that started at the same moment was first.
    if (error instanceof Refused && error.refusal.code === 'slug-taken') return
    throw error
  }
}

export type AdministratorLink = { readonly organisation: string; readonly link: string }

/** A fresh one-time link for every organisation that has no administrator yet. */
export async function administratorLinks(platform: Platform): Promise<AdministratorLink[]> {
  const links: AdministratorLink[] = []
  for (const orgId of await organisationIds(platform)) {
    const leaderless = await inOrganisation(platform, orgId, async (tx) =>
      (await personsWithRole(tx, 'administrator')).length > 0 ? null : organisationOf(tx),
    )
    if (leaderless) {
      links.push({ organisation: leaderless.name, link: await createAdminLink(platform, leaderless.slug) })
    }
  }
  return links
}
