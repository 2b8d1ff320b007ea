import type { FileErrorCode } from '../../../domain/people-file/file-error.ts'

/** What is said of one file that cannot be imported: where, what, and a word of what to do. */
export type Broken = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly errors: readonly {
    readonly code: FileErrorCode
    readonly row: number
    readonly column: string | null
    readonly says: string
  }[]
}

const head = 'Name;E-mail;Wave;Platforms;Enrolled on'
const ada = 'Ada Visser;ada.visser@contoso.example;wave-1;ios;'
const lines = (...rows: readonly string[]) => Buffer.from(`${rows.join('\r\n')}\r\n`)
const broken = (
  name: string,
  bytes: Uint8Array,
  ...errors: readonly (readonly [FileErrorCode, row: number, column: string | null, says: string])[]
): Broken => ({ name, bytes, errors: errors.map(([code, row, column, says]) => ({ code, row, column, says })) })

/** Files as they come from directories, spreadsheets and hands. */
export const brokenFiles: readonly Broken[] = [
  broken('an Excel workbook', Buffer.from('PK\u0003\u0004 workbook'), ['workbook', 1, null, 'Save as']),
  broken('a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), [
    'not-text',
    1,
    null,
    'the sheet as CSV',
  ]),
  broken(
    'half a UTF-16 letter',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name', 'utf16le'), Buffer.from([65])]),
    ['text-broken', 1, null, 'it again as CSV'],
  ),
  broken('headings and nobody', lines(head), ['file-without-rows', 1, null, 'a person in each row']),
  broken('everything in one column', lines('Name', 'Ada', 'Bob'), [
    'one-column',
    1,
    'Name',
    'the columns by a comma',
  ]),
  broken('no addresses', lines('Name;Wave', 'Ada;wave-1'), [
    'column-missing',
    1,
    null,
    'column E-mail is missing',
  ]),
  broken('two columns with names', lines('Name;Naam;E-mail', 'Ada;Ada;ada@contoso.example'), [
    'column-twice',
    1,
    'Naam',
    'one of them',
  ]),
  broken('a quotation mark that is never closed', lines(head, ada, '"Bob Kok;bob@contoso.example;wave-1;ios;'), [
    'quote-left-open',
    3,
    null,
    'Close it',
  ]),
  broken('text behind a quotation mark', lines(head, ada, '"Bob" Kok;bob@contoso.example;wave-1;ios;'), [
    'quote-inside',
    3,
    null,
    'whole cell between quotation marks',
  ]),
  broken('a row with a cell too few', lines(head, ada, 'Bob Kok;bob@contoso.example;wave-1'), [
    'too-few-cells',
    3,
    null,
    '3 cells and 5 headings',
  ]),
  broken('a row with a cell too many', lines(head, `${ada};and more`), ['too-many-cells', 2, null, '6 cells']),
  broken('a character that no database keeps', lines(head, ada.replace('Visser', 'Vis\u0000ser')), [
    'unkeepable-character',
    2,
    null,
    'cannot be kept',
  ]),
  broken('a person without a name', lines(head, ada, ';bob@contoso.example;wave-1;ios;'), [
    'name-missing',
    3,
    'Name',
    'in how this person',
  ]),
  broken('a name without end', lines(head, `${'A'.repeat(130)};ada@contoso.example;wave-1;;`), [
    'name-not-valid',
    2,
    'Name',
    'at most 120',
  ]),
  broken('a person without an address', lines(head, 'Bob Kok;;wave-1;ios;'), [
    'email-missing',
    2,
    'E-mail',
    'recognised',
  ]),
  broken(
    'half an address, and a wave that is written otherwise',
    lines(head, 'Bob Kok;bob@;wavee-1;ios;'),
    ['email-not-valid', 2, 'E-mail', '‘bob@’'],
    ['wave-unknown', 2, 'Wave', 'you mean wave-1?'],
  ),
  broken('one address twice', lines(head, ada, '', 'Ada V.;ADA.VISSER@contoso.example;wave-2;ios;'), [
    'email-twice',
    4,
    'E-mail',
    'in row 2 already',
  ]),
  broken(
    'a language that we do not speak',
    lines('Naam,E-mailadres,Taal,Golf', 'Ada,ada@contoso.example,Frans,wave-1'),
    ['language-unknown', 2, 'Taal', 'or English'],
  ),
  broken('nobody says which wave', lines('Name\tE-mail', 'Ada\tada@contoso.example'), [
    'wave-missing',
    2,
    null,
    'choose a wave for the whole file',
  ]),
  broken('a group that no wave has', lines('Name;E-mail;Group', 'Ada;ada@contoso.example;finance'), [
    'group-unknown',
    2,
    'Group',
    'no wave of the plan has the group ‘finance’',
  ]),
  broken('a group of another wave', lines('Name;E-mail;Group;Wave', 'Ada;ada@contoso.example;wave-2;wave-1'), [
    'group-of-other-wave',
    2,
    'Group',
    'another wave than wave-1',
  ]),
  broken('a wave without a group', lines(head, 'Ada;ada@contoso.example;empty-wave;ios;'), [
    'wave-without-group',
    2,
    'Wave',
    'a group to the wave',
  ]),
  broken('a platform that is none', lines(head, 'Ada;ada@contoso.example;wave-1;ios, symbian;'), [
    'platform-unknown',
    2,
    'Platforms',
    '‘symbian’',
  ]),
  broken(
    'a day that does not exist, and one to come',
    lines(head, `${ada}31-02-2026`, 'Bob;bob@contoso.example;wave-1;;2031-01-01'),
    ['day-not-valid', 2, 'Enrolled on', '31-02-2026'],
    ['day-to-come', 3, 'Enrolled on', 'still to come'],
  ),
  broken(
    'a department like a letter',
    lines('Name;E-mail;Wave;Department', `Ada;ada@contoso.example;wave-1;${'x'.repeat(200)}`),
    ['text-too-long', 2, 'Department', 'Shorten it'],
  ),
]
