export const fileErrorCodes = [
  'not-text',
  'workbook',
  'text-broken',
  'file-without-rows',
  'too-many-rows',
  'too-many-columns',
  'one-column',
  'column-missing',
  'column-twice',
  'quote-left-open',
  'quote-inside',
  'row-too-long',
  'too-few-cells',
  'too-many-cells',
  'unkeepable-character',
  'name-missing',
  'name-not-valid',
  'email-missing',
  'email-not-valid',
  'email-twice',
  'language-unknown',
  'wave-missing',
  'wave-unknown',
  'group-unknown',
  'group-of-other-wave',
  'wave-without-group',
  'platform-unknown',
  'text-too-long',
  'day-not-valid',
  'day-to-come',
] as const
export type FileErrorCode = (typeof fileErrorCodes)[number]

export type ErrorValues = Readonly<Record<string, string | number>>

/** One thing wrong with a file: where, as a spreadsheet counts and heads it, what, and what stands there. */
export type FileError = {
  readonly code: FileErrorCode
  /** 1 is the row of headings. */
  readonly row: number
  /** The heading; null where it is about the whole row. */
  readonly column: string | null
  readonly values: ErrorValues
}

export function fileError(
  code: FileErrorCode,
  row: number,
  column: string | null,
  values: ErrorValues = {},
): FileError {
  return { code, row, column, values }
}
