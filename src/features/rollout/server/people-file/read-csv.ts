import { parse, type CsvError } from 'csv-parse'
import { setImmediate } from 'node:timers/promises'
import { type FileError, fileError } from '../../domain/people-file/file-error.ts'
import { type ReadFile, rowReader } from '../../domain/people-file/read-rows.ts'
import type { Surroundings } from '../../domain/people-file/read-row.ts'
import { decode, type Encoding } from './decode.ts'

export const delimiters = [';', ',', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

export type PeopleFile = ReadFile & {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
}

/** Reads a file of people, row by row; others get their turn in between. */
export async function readPeopleFile(bytes: Uint8Array, around: Surroundings): Promise<PeopleFile> {
  const decoded = decode(bytes)
  const reader = rowReader(around)
  if (!decoded.ok) {
    reader.fail(fileError(decoded.code, 1, null))
    return { ...reader.read(), encoding: null, delimiter: null }
  }
  const { text, encoding } = decoded
  const delimiter = delimiterOf(text)
  const failure = await takeRows(text, delimiter, reader.take)
  if (failure) reader.fail(failure)
  return { ...reader.read(), encoding, delimiter }
}

/** The one that stands most often in the first line outside quotes; a semicolon where there is a choice, as in Dutch spreadsheets. */
function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>(delimiters.map((one) => [one, 0]))
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return delimiters.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best))
}

const longestRow = 20_000
/** About a thousand rows. */
const partLength = 64 * 1024

/** Hands over row after row; answers with what stopped it. */
async function takeRows(
  text: string,
  delimiter: Delimiter,
  take: (cells: readonly string[]) => void,
): Promise<FileError | null> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
  })
  let failure: FileError | null = null
  /** Thrown by whoever asked, since what is thrown in a listener ends the server. */
  let broken: Error | null = null
  parser.on('readable', () => {
    for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read() as string[] | null) {
      try {
        take(cells)
      } catch (error) {
        parser.destroy(error as Error)
        return
      }
    }
  })
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve)
    parser.once('error', (error: Error) => {
      failure = failureOf(error as CsvError)
      if (failure === null) broken = error
      resolve()
    })
  })
  for (let at = 0; at < text.length && failure === null && broken === null; at += partLength) {
    parser.write(text.slice(at, at + partLength))
    await setImmediate()
  }
  if (failure === null && broken === null) parser.end()
  await ended
  if (broken !== null) throw new Error('A file of people could not be read', { cause: broken })
  return failure
}

/** Rows before it, and also those that were not handed over any more. */
function failureOf({ code, records }: CsvError): FileError | null {
  const row = Number(records) + 1
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return fileError('quote-left-open', row, null)
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return fileError('quote-inside', row, null)
    case 'CSV_MAX_RECORD_SIZE':
      return fileError('row-too-long', row, null, { most: longestRow })
    default:
      return null
  }
}
