import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { knownWaves } from '../../domain/people-file/waves.ts'
import { wavesInTurn } from '../../domain/mails/waves.ts'
import { readPeopleFile } from './read-csv.ts'
import { brokenFiles } from './testing/broken-files.ts'

const plan = starterPlan({ startDay: '2026-11-02', owner: 'Contoso' })
const around = aroundOf(plan)

function aroundOf({ involvement, ...rest }: SupportPlan) {
  const waves = wavesInTurn({ ...rest, involvement }).map(({ wave }) => wave)
  const [first] = waves
  const empty = first ? [{ ...first, key: 'empty-wave', groups: [] }] : []
  return { waves: knownWaves([...waves, ...empty]), wave: null, today: '2026-11-29' }
}

const read = (bytes: Uint8Array | string, wave: string | null = null) =>
  readPeopleFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { ...around, wave })

describe('a broken file', () => {
  test.each(brokenFiles)('$name is told by row and column, and brings nobody', async ({ bytes, errors }) => {
    const file = await read(bytes)
    expect(file.errors.map(({ code, row, column }) => ({ code, row, column }))).toEqual(
      errors.map(({ code, row, column }) => ({ code, row, column })),
    )
    expect(file.errorCount).toBe(errors.length)
  })

  test('there are at least twenty of them', () => {
    expect(brokenFiles.length).toBeGreaterThanOrEqual(20)
  })

  test('with a fault in every row tells two hundred and counts the rest', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `P${index};p${index}@;wave-1`)
    const file = await read(['Name;E-mail;Wave', ...rows].join('\n'))
    expect([file.errors.length, file.errorCount]).toEqual([200, 300])
  })

  test('with more people than a file can hold is stopped there', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => `P;p${index}@contoso.example;wave-1`)
    const file = await read(['Name;E-mail;Wave', ...rows].join('\n'))
    expect(file.errors).toEqual([{ code: 'too-many-rows', row: 100_002, column: null, values: { most: 100_000 } }])
  })
})

describe('a good file', () => {
  const dutch =
    'Naam;E-mailadres;Taal;Golf;Afdeling\r\nZoë Müller;zoe@contoso.example;nl;Golf 1: hoofdkantoor;Zorg\r\n'
  const expected = { name: 'Zoë Müller', email: 'zoe@contoso.example', wave: 'wave-1', department: 'Zorg' }

  test.each([
    ['UTF-8', Buffer.from(dutch), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${dutch}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${dutch}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', Buffer.from(dutch, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${dutch}`, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(dutch, 'latin1'), 'windows-1252'],
  ])('is read in %s', async (_name, bytes, encoding) => {
    const file = await read(bytes)
    expect(file.errors).toEqual([])
    expect(file.encoding).toBe(encoding)
    expect(file.people).toMatchObject([expected])
  })

  test.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ])('is divided by %s', async (_name, mark) => {
    const row = ['Ada', 'ada@contoso.example', 'wave-2', '"Sales, and; more\tthan that"']
    const file = await read([['Name', 'Email', 'Wave', 'Department'].join(mark), row.join(mark)].join('\n'))
    expect(file.people).toMatchObject([{ email: 'ada@contoso.example', department: 'Sales, and; more than that' }])
  })

  test('may have quotation marks, lines within cells, empty rows and cells, and columns of its own', async () => {
    const file = await read(
      'Name;E-mail;Cost centre;Group;Platforms;Enrolled on;\n\n"Kok, ""Bob""";BOB@Contoso.example;4711;WAVE-1|;"iPhone\n Windows";29-11-2026;\n;;;;;;\n',
    )
    expect(file.errors).toEqual([])
    expect(file.header?.ignored).toEqual(['Cost centre'])
    expect(file.people).toEqual([
      {
        row: 3,
        name: 'Kok, "Bob"',
        email: 'bob@contoso.example',
        language: null,
        wave: 'wave-1',
        groups: ['wave-1'],
        platforms: ['ios', 'windows'],
        department: null,
        manager: null,
        enrolledOn: '2026-11-29',
      },
    ])
  })

  test('that names no wave is for the wave that was chosen', async () => {
    const file = await read('Name;E-mail\nAda;ada@contoso.example', 'wave-3')
    expect(file.people).toMatchObject([{ wave: 'wave-3', groups: ['wave-3'] }])
  })

  test('keeps its characters where they fall on the edge of two parts', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `Zoë ${index};zoe${index}@contoso.example;wave-1`)
    const file = await read(['Name;E-mail;Wave', ...rows].join('\r\n'))
    expect(file.errors).toEqual([])
    expect(file.people.map(({ name }) => name)).toEqual(rows.map((_, index) => `Zoë ${index}`))
    expect(file.people.at(-1)?.row).toBe(9_001)
  })
})
