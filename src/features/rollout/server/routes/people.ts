import { enrollmentReading, lastEnrolled } from '#features/devices/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { followedGroups } from '#features/tenant/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { InvalidInput } from '#platform/errors.ts'
import { attachmentHeader } from '#platform/files/file-name.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { peopleRoutes, WavePerson } from '../../contract/people.ts'
import { wavesInTurn } from '../../domain/mails/waves.ts'
import { assignWave } from '../assign.ts'
import { bringIn } from '../people-file/bring-in.ts'
import { look } from '../people-file/look.ts'
import { previewOf } from '../people-file/preview.ts'
import { undoImport } from '../people-file/undo.ts'
import { peopleAsCsv } from '../people-file/write-csv.ts'
import { findImports } from '../store/imports.ts'
import { countInGroups, peopleInGroups, type PersonInWave } from '../store/people.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** More are not exported at once. */
const mostExported = 200_000

export const peopleHandlers: Handlers<typeof peopleRoutes> = {
  'POST /api/v1/rollout/imports/preview': ({ platform, signedIn, body }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => {
      const looked = await look(platform, tx, signedIn.personId, body)
      return previewOf(platform.translate, tx, signedIn.language, looked)
    }),

  'POST /api/v1/rollout/imports': ({ platform, signedIn, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => bringIn(platform, tx, signedIn.personId, body)),

  'GET /api/v1/rollout/imports': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => ({ imports: await findImports(tx) })),

  'POST /api/v1/rollout/imports/:id/undo': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => undoImport(tx, signedIn.personId, params.id)),

  'GET /api/v1/rollout/people': ({ platform, signedIn, query }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => {
      const waves = await planWaves(tx)
      const groups = groupsOf(waves, query.wave)
      const { search, limit, cursor } = query
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const rows = await peopleInGroups(tx, { groups, search, after, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const followed = await followedGroups(tx)
      return {
        followed: followed.filter(({ key }) => groups.includes(key)),
        people: await withIntune(
          tx,
          shown.map((person) => withWaves(waves, person)),
        ),
        total: await countInGroups(tx, { groups, search }),
        next: rows.length > limit && last ? JSON.stringify([last.name, last.id]) : null,
      }
    }),

  'GET /api/v1/rollout/people.csv': async ({ platform, signedIn, query, reply }) => {
    const text = await inOrganisation(platform, signedIn.orgId, async (tx) => {
      const waves = await planWaves(tx)
      const groups = groupsOf(waves, query.wave)
      const people = await peopleInGroups(tx, { groups, limit: mostExported })
      const headings = exportedColumns.map((column) =>
        platform.translate(signedIn.language, `rollout:file.columns.${column}`),
      )
      return peopleAsCsv(headings, people, groups)
    })
    const name = `${query.wave ?? 'rollout'}.csv`
    return reply
      .header('content-disposition', attachmentHeader('attachment', name))
      .header('cache-control', 'private, no-store')
      .type('text/csv; charset=utf-8')
      .send(Buffer.from(text))
  },

  'POST /api/v1/rollout/people/assign': ({ platform, signedIn, body }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => ({
      changed: await assignWave(tx, signedIn.personId, body),
    })),
}

const exportedColumns = [
  'name',
  'email',
  'language',
  'group',
  'platforms',
  'department',
  'manager',
  'enrolledOn',
] as const

/** With what Intune says of each, where a tenant is connected and was read. */
async function withIntune<Person extends { readonly id: string }>(
  tx: Tx,
  people: readonly Person[],
): Promise<(Person & Pick<WavePerson, 'intune'>)[]> {
  const [reading, published] = [await enrollmentReading(tx), await publishedPlan(tx)]
  if (!reading?.readAt || !published) return people.map((person) => ({ ...person, intune: null }))
  const enrolled = await lastEnrolled(
    tx,
    people.map(({ id }) => id),
  )
  return people.map((person) => ({ ...person, intune: intuneOf(published.document, enrolled, person.id) }))
}

function intuneOf(
  plan: SupportPlan,
  enrolled: Awaited<ReturnType<typeof lastEnrolled>>,
  id: string,
): WavePerson['intune'] {
  const at = enrolled.get(id)
  return { has: at !== undefined, day: at ? dayAt(plan, at) : null }
}

type PlanWaves = readonly { readonly key: string; readonly groups: readonly string[] }[]

async function planWaves(tx: Tx): Promise<PlanWaves> {
  const published = await publishedPlan(tx)
  return published ? wavesInTurn(published.document).map(({ wave }) => wave) : []
}

function groupsOf(waves: PlanWaves, key: string | undefined): readonly string[] {
  return waves.filter((wave) => key === undefined || wave.key === key).flatMap((wave) => wave.groups)
}

function withWaves(waves: PlanWaves, { groups, ...person }: PersonInWave) {
  const own = waves.filter((wave) => wave.groups.some((group) => groups.includes(group)))
  return {
    ...person,
    platforms: [...person.platforms],
    groups: [...groups],
    waves: own.map(({ key }) => key),
  }
}

function readCursor(text: string): { readonly name: string; readonly id: string } {
  try {
    const read: unknown = JSON.parse(text)
    if (Array.isArray(read) && typeof read[0] === 'string' && isId(read[1])) return { name: read[0], id: read[1] }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new InvalidInput([{ path: 'cursor', code: 'invalid' }])
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}
