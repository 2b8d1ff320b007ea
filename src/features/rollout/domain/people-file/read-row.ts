import { normalEmail } from '#features/people/domain/email.ts'
import type { Language } from '#features/people/domain/person.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { FileColumn, Header } from './columns.ts'
import { type ErrorValues, type FileError, type FileErrorCode, fileError } from './file-error.ts'
import { readDay } from './read-day.ts'
import { languageOf, platformOf } from './values.ts'
import { type KnownWaves, groupsFor } from './waves.ts'

/** Somebody, as a row of a file says it. Null: the file does not say. */
export type FileRow = {
  readonly row: number
  readonly name: string
  readonly email: string
  readonly language: Language | null
  /** Of one wave. */
  readonly wave: string
  readonly groups: readonly string[]
  readonly platforms: readonly Platform[] | null
  readonly department: string | null
  readonly manager: string | null
  readonly enrolledOn: string | null
}

export type Surroundings = {
  readonly waves: KnownWaves
  /** The wave of whoever the file gives none. */
  readonly wave: string | null
  /** A calendar day: nobody has enrolled after it. */
  readonly today: string
}

const longestDepartment = 120
const longestLeader = 254
/** What stands in a cell is repeated in its message, so far. */
const shown = 60

/** One row: somebody, or everything that is wrong with it. */
export function readRow(
  header: Header,
  row: number,
  cells: readonly string[],
  around: Surroundings,
): { readonly person: FileRow | null; readonly errors: readonly FileError[] } {
  const errors: FileError[] = []
  const headingOf = (column: FileColumn) => header.headings[header.at.get(column) ?? -1] ?? null
  const cell = (column: FileColumn) => cells[header.at.get(column) ?? -1]?.trim() ?? ''
  const fault = (code: FileErrorCode, column: FileColumn, values: ErrorValues = {}): null => {
    errors.push(
      fileError(code, row, headingOf(column), { value: cell(column).slice(0, shown), ...values, what: column }),
    )
    return null
  }

  const name = normalName(cell('name')) ?? fault(cell('name') === '' ? 'name-missing' : 'name-not-valid', 'name')
  const email =
    normalEmail(cell('email')) ?? fault(cell('email') === '' ? 'email-missing' : 'email-not-valid', 'email')
  const language = cell('language') === '' ? null : (languageOf(cell('language')) ?? undefined)
  if (language === undefined) fault('language-unknown', 'language')

  const place = groupsFor(around.waves, { group: cell('group'), wave: cell('wave') }, around.wave)
  if (!place.ok) {
    const column = place.column ?? (header.at.has('wave') || !header.at.has('group') ? 'wave' : 'group')
    fault(place.code, column, place.values)
  }

  const names = cell('platforms')
    .split(/[\s,;|/+&]+/)
    .filter((part) => part !== '')
  const platforms = names.map(
    (part) => platformOf(part) ?? fault('platform-unknown', 'platforms', { value: part }),
  )

  const text = (column: 'department' | 'manager', most: number) => {
    if (cell(column) === '') return null
    return normalName(cell(column), most) ?? fault('text-too-long', column, { most })
  }
  const department = text('department', longestDepartment)
  const manager = text('manager', longestLeader)

  const enrolledOn = cell('enrolledOn') === '' ? null : (readDay(cell('enrolledOn')) ?? undefined)
  if (enrolledOn === undefined) fault('day-not-valid', 'enrolledOn')
  else if (enrolledOn !== null && enrolledOn > around.today) fault('day-to-come', 'enrolledOn')

  if (errors.length > 0 || name === null || email === null || !place.ok) return { person: null, errors }
  return {
    errors,
    person: {
      row,
      name,
      email,
      language: language ?? null,
      wave: place.wave,
      groups: place.groups,
      platforms:
        names.length === 0
          ? null
          : [...new Set(platforms.filter((one): one is Platform => one !== null))].toSorted(),
      department,
      manager,
      enrolledOn: enrolledOn ?? null,
    },
  }
}
