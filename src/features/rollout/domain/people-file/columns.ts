import { type FileError, fileError } from './file-error.ts'

/** What a file of people can say, in the order in which it is written. */
export const fileColumns = [
  'name',
  'email',
  'language',
  'group',
  'wave',
  'platforms',
  'department',
  'manager',
  'enrolledOn',
] as const
export type FileColumn = (typeof fileColumns)[number]

/** How columns are headed in the wild, Dutch and English, without spaces, marks and capitals. */
const headings: Readonly<Record<FileColumn, readonly string[]>> = {
  name: ['name', 'naam', 'displayname', 'weergavenaam', 'fullname', 'volledigenaam'],
  email: ['email', 'mail', 'emailaddress', 'emailadres', 'mailadres', 'userprincipalname', 'upn'],
  language: ['language', 'taal', 'preferredlanguage', 'voorkeurstaal'],
  group: ['group', 'groups', 'groep', 'groepen'],
  wave: ['wave', 'golf', 'uitrolgolf'],
  platforms: ['platform', 'platforms', 'devices', 'apparaten', 'apparaat'],
  department: ['department', 'afdeling'],
  manager: ['manager', 'leidinggevende'],
  enrolledOn: [
    'enrolledon',
    'enrolled',
    'enrollmentdate',
    'ingeschrevenop',
    'ingeschreven',
    'inschrijfdatum',
    'inschrijvingsdatum',
  ],
}

export const neededColumns = ['name', 'email'] as const satisfies readonly FileColumn[]

export type Header = {
  /** As the file writes them; empty cells at the end are left out. */
  readonly headings: readonly string[]
  /** Which cell of a row holds what. */
  readonly at: ReadonlyMap<FileColumn, number>
  /** Headings that say nothing to the rollout: their cells are not read. */
  readonly ignored: readonly string[]
}

export const mostColumns = 100

/** The first row of a file: which column is which. */
export function readHeader(cells: readonly string[]): {
  readonly header: Header
  readonly errors: readonly FileError[]
} {
  const trimmed = cells.map((cell) => cell.trim())
  const last = trimmed.findLastIndex((cell) => cell !== '')
  const named = trimmed.slice(0, last + 1)
  const at = new Map<FileColumn, number>()
  const ignored: string[] = []
  const errors: FileError[] = []
  for (const [index, heading] of named.entries()) {
    const column = columnOf(heading)
    if (column === null) ignored.push(heading)
    else if (at.has(column)) errors.push(fileError('column-twice', 1, heading, { what: column }))
    else at.set(column, index)
  }
  if (named.length > mostColumns) errors.push(fileError('too-many-columns', 1, null, { most: mostColumns }))
  if (named.length === 1) errors.push(fileError('one-column', 1, named[0] ?? null))
  else {
    for (const column of neededColumns) {
      if (!at.has(column)) errors.push(fileError('column-missing', 1, null, { what: column }))
    }
  }
  return { header: { headings: named, at, ignored }, errors }
}

function columnOf(heading: string): FileColumn | null {
  const plain = heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return fileColumns.find((column) => headings[column].includes(plain)) ?? null
}
