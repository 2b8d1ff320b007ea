import { type FileError, fileError } from './file-error.ts'
import { type Header, readHeader } from './columns.ts'
import { type FileRow, readRow, type Surroundings } from './read-row.ts'

export const mostRows = 100_000
/** Errors that are told one by one; of the others only how many there are. */
export const mostErrors = 200

export type ReadFile = {
  readonly header: Header | null
  readonly people: readonly FileRow[]
  readonly errors: readonly FileError[]
  /** Also those that are not among `errors`. */
  readonly errorCount: number
}

/** Reads row after row, and remembers what is wrong. */
export function rowReader(around: Surroundings): {
  readonly take: (cells: readonly string[]) => void
  readonly fail: (error: FileError) => void
  readonly read: () => ReadFile
} {
  let row = 0
  let header: Header | null = null
  let cannotGoOn = false
  let errorCount = 0
  const people: FileRow[] = []
  const errors: FileError[] = []
  const firstWith = new Map<string, number>()

  const note = (found: readonly FileError[]) => {
    errorCount += found.length
    errors.push(...found.slice(0, Math.max(0, mostErrors - errors.length)))
  }
  const takeHeader = (cells: readonly string[]) => {
    const read = readHeader(cells)
    header = read.header
    note(read.errors)
    cannotGoOn = read.errors.length > 0
  }
  const takeRow = (known: Header, cells: readonly string[]) => {
    const wrong = wrongLength(known, row, cells)
    if (wrong) return note([wrong])
    const { person, errors: found } = readRow(known, row, cells, around)
    note(found)
    if (!person) return
    const first = firstWith.get(person.email)
    if (first !== undefined) {
      const column = known.headings[known.at.get('email') ?? -1] ?? null
      return note([fileError('email-twice', row, column, { value: person.email, first, what: 'email' })])
    }
    firstWith.set(person.email, row)
    people.push(person)
  }

  return {
    take: (cells) => {
      row += 1
      if (cannotGoOn || cells.every((cell) => cell.trim() === '')) return
      if (cells.some((cell) => cell.includes('\u0000')))
        return note([fileError('unkeepable-character', row, null)])
      if (header === null) return takeHeader(cells)
      if (people.length === mostRows) {
        cannotGoOn = true
        return note([fileError('too-many-rows', row, null, { most: mostRows })])
      }
      takeRow(header, cells)
    },
    fail: (error) => note([error]),
    read: () => {
      const isEmpty = people.length === 0 && errorCount === 0
      return {
        header,
        people,
        errors: isEmpty ? [fileError('file-without-rows', Math.max(1, row), null)] : errors,
        errorCount: isEmpty ? 1 : errorCount,
      }
    },
  }
}

/** Empty cells beyond the headings are what spreadsheets leave behind. */
function wrongLength({ headings }: Header, row: number, cells: readonly string[]): FileError | null {
  const values = { cells: cells.length, headings: headings.length }
  if (cells.length < headings.length) return fileError('too-few-cells', row, null, values)
  const beyond = cells.slice(headings.length).some((cell) => cell.trim() !== '')
  return beyond ? fileError('too-many-cells', row, null, values) : null
}
