import type { PersonInWave } from '../store/people.ts'

/** A cell that a spreadsheet would calculate gets an apostrophe before it. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** People as the import reads them, with a mark that tells spreadsheets that it is UTF-8. */
export function peopleAsCsv(
  headings: readonly string[],
  people: readonly PersonInWave[],
  own: readonly string[],
): string {
  const rows = people.map(({ name, email, language, groups, platforms, department, manager, enrolledOn }) => [
    name,
    email,
    language,
    groups.filter((group) => own.includes(group)).join('|'),
    platforms.join(' '),
    department ?? '',
    manager ?? '',
    enrolledOn ?? '',
  ])
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}
