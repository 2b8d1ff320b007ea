import { expect, test } from 'vitest'
import { knownWaves } from '../../domain/people-file/waves.ts'
import { readPeopleFile } from './read-csv.ts'

const around = { waves: knownWaves([]), wave: null, today: '2026-11-29' }

test('what goes wrong while rows are read comes out where the file was asked for, and leaves the server alone', async () => {
  const failing = {
    ...around,
    get waves(): never {
      throw new Error('lost')
    },
  }
  const rows = 'Somebody;somebody@contoso.example\n'.repeat(5_000)
  await expect(readPeopleFile(Buffer.from(`Name;E-mail\n${rows}`), failing)).rejects.toThrow('could not be read')
})

test.each([
  ['one mark of a byte order', Buffer.from([0xff, 0xfe]), 'file-without-rows'],
  ['half a letter', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'text-broken'],
  ['one quote', Buffer.from('"'), 'quote-left-open'],
  ['nothing but quotes', Buffer.from(`Name;E-mail\n${'"'.repeat(99_999)}`), 'row-too-long'],
  ['two hundred thousand cells in a row', Buffer.from(`Name;E-mail\n${'x;'.repeat(200_000)}`), 'row-too-long'],
  ['nine thousand columns', Buffer.from('a,'.repeat(9_000)), 'too-many-columns'],
  ['half a million empty rows', Buffer.from('\n'.repeat(500_000)), 'file-without-rows'],
  ['a workbook by another name', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'workbook'],
])('a file of %s is told to be one', async (_what, bytes, code) => {
  const { errors, people } = await readPeopleFile(bytes, around)
  expect([errors[0]?.code, people]).toEqual([code, []])
})
