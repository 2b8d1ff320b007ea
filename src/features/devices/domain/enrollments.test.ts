import { describe, expect, test } from 'vitest'
import { enrollmentsOf, isTimeToRead, type ListedDevice } from './enrollments.ts'

const device = (change: Partial<ListedDevice> = {}): ListedDevice => ({
  id: 'd-1',
  userId: 'U-ADA',
  addresses: ['Ada@Contoso.example', 'a.visser@contoso.example'],
  platform: 'ios',
  enrolledAt: '2026-11-24T10:00:00.000Z',
  agent: 'mdm',
  managementState: 'managed',
  ...change,
})
const owners = {
  byUser: new Map([['u-ada', 'p-ada']]),
  byAddress: new Map([
    ['ada@contoso.example', { personId: 'p-ada', userId: 'u-ada' }],
    ['bob@contoso.example', { personId: 'p-bob', userId: null }],
  ]),
}
const owner = (change: Partial<ListedDevice>) =>
  enrollmentsOf([device(change)], owners).map(({ personId }) => personId)

describe('whose a device is', () => {
  test.each([
    ['the person whose user it is, whatever the case of the id', {}, ['p-ada']],
    [
      'the person with the address, where the user is not known yet',
      { userId: 'u-x', addresses: ['BOB@contoso.example'] },
      ['p-bob'],
    ],
    [
      'the person with the sign-in name',
      { userId: 'u-x', addresses: ['b@x.example', 'bob@contoso.example'] },
      ['p-bob'],
    ],
    ['nobody, where the address is that of somebody known to be another user', { userId: 'u-x' }, []],
    ['the person with the address, where Intune names no user', { userId: null }, ['p-ada']],
    ['nobody, where nobody here has it', { userId: null, addresses: [] }, []],
  ] as const)('is %s', (_, change, expected) => {
    expect(owner(change)).toEqual(expected)
  })
})

test.each([
  ['being wiped', { managementState: 'wipePending' }],
  ['being retired', { managementState: 'retireIssued' }],
  ['of Exchange alone', { agent: 'eas' }],
  ['of Configuration Manager alone', { agent: 'configurationManagerClient' }],
  ['of Jamf', { agent: 'jamf' }],
  ['of Defender', { agent: 'msSense' }],
] as const)('a device %s is not enrolled', (_, change) => {
  expect(owner(change)).toEqual([])
})

test.each([{ agent: null }, { agent: 'somethingNew' }, { agent: 'configurationManagerClientMdm' }])(
  'a device with %j is enrolled: what Microsoft leaves out or adds hides nobody',
  (change) => {
    expect(owner({ ...change, managementState: null })).toEqual(['p-ada'])
  },
)

test.each([
  ['nobody ever read it', null, false, true],
  ['it failed ten minutes ago', { minutes: 10, failed: true }, false, true],
  ['half an hour ago, while people enroll', { minutes: 30, failed: false }, true, false],
  ['an hour ago, while people enroll', { minutes: 59, failed: false }, true, true],
  ['an hour ago, while nobody does', { minutes: 60, failed: false }, false, false],
  ['yesterday', { minutes: 24 * 60, failed: false }, false, true],
] as const)('the list is read again when %s: %j', (_, last, isEnrolling, expected) => {
  const now = '2026-11-29T12:00:00.000Z'
  const before = last && {
    triedAt: new Date(Date.parse(now) - last.minutes * 60_000).toISOString(),
    failed: last.failed,
  }
  expect(isTimeToRead(before, now, isEnrolling)).toBe(expected)
})
