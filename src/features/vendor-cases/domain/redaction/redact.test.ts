import { describe, expect, test } from 'vitest'
import { type KnownPersonal, nothingKnown } from './personal.ts'
import { redact } from './redact.ts'
import { secretMark, withoutSecrets } from './secrets.ts'

const known: KnownPersonal = {
  names: ['Ada de Wit', 'Tess Bakker'],
  addresses: ['ada@contoso.example'],
  devices: ["Ada's iPhone", 'CTS-LAP-0412'],
  serials: ['C7H2N0QX4F'],
  ids: ['11111111-2222-4333-8444-555555555555'],
  kept: ['72f988bf-86f1-41af-91ab-2d7cd011db47'],
}
const clean = (text: string, of = known) => redact([text], of).texts[0]

describe('what belongs to people is hidden', () => {
  test.each([
    ['a whole name', 'Ada de Wit kan niet inloggen', '[User 1] kan niet inloggen'],
    ['a first name', 'Gisteren had Ada het ook', 'Gisteren had [User 1] het ook'],
    ['a name in capitals', 'MAILBOX OF BAKKER', 'MAILBOX OF [User 1]'],
    ['somebody nobody knows, after a title', 'Mevr. Van den Berg belde', 'Mevr. [User 1] belde'],
    ['somebody who introduces themselves', 'Mijn naam is Karel Appel', 'Mijn naam is [User 1]'],
    ['an address', 'Mail ada@contoso.example even', 'Mail [Address 1] even'],
    ['an address that nobody knows', 'upn: p.jansen@fabrikam.onmicrosoft.com', 'upn: [Address 1]'],
    ['a guest’s sign-in name', 'p.jansen_fabrikam.com#EXT#@contoso.onmicrosoft.com', '[Address 1]'],
    ['a Dutch number', 'Bel 06-12345678 na vijven', 'Bel [Phone 1] na vijven'],
    ['a number with its country', 'tel. +31 (0)20 123 4567', 'tel. [Phone 1]'],
    ['a serial that Intune knows', 'SN C7H2N0QX4F', 'SN [Serial 1]'],
    ['a serial that is called so', 'Serienummer: PF3XK21A', 'Serienummer: [Serial 1]'],
    ['an IMEI', 'IMEI 490154203237518', 'IMEI [Serial 1]'],
    ['an IMEI that is not called so', 'toestel 490154203237518 doet niets', 'toestel [IMEI 1] doet niets'],
    ['a device', "Op Ada's iPhone", 'Op [Device 1]'],
    ['a device as Windows names it', 'laptop DESKTOP-4F7KQ2A', 'laptop [Device 1]'],
    ['an IP address', 'vanaf 10.12.3.44 via 84.22.1.9', 'vanaf [Network address 1] via [Network address 2]'],
    ['an IPv6 address', 'fe80::1c2d:3e4f:5a6b:7c8d', '[Network address 1]'],
    ['a MAC address', 'wifi 3C:22:FB:10:0A:7E', 'wifi [Network address 1]'],
    ['the folder of a user', String.raw`C:\Users\adewit\AppData`, String.raw`C:\Users\[User 1]\AppData`],
    ['the id of a person', 'oid 11111111-2222-4333-8444-555555555555', 'oid [ID 1]'],
    ['an id of which nobody says what it is', '7d9a1c52-0f3e-4b1a-9c3d-1f2e3d4c5b6a', '[ID 1]'],
  ])('%s', (_, text, expected) => expect(clean(text)).toBe(expected))
})

describe('what the vendor looks for stays', () => {
  test.each([
    'Error 0x80180014 and -2016345060, AADSTS50097',
    'Windows 11 build 10.0.26100.1742, Company Portal 5.0.6421.0',
    'Version 16.0.1.2 of the app',
    'iOS 26.1 sinds 24-11-2026 14:05, 2026-11-24T14:05:00Z',
    'Tenant 72f988bf-86f1-41af-91ab-2d7cd011db47',
    'Correlation ID: 7d9a1c52-0f3e-4b1a-9c3d-1f2e3d4c5b6a',
    'Request Id: 7d9a1c52-0f3e-4b1a-9c3d-1f2e3d4c5b6a',
    'Intune device ID 0f3e1c52-7d9a-4b1a-9c3d-1f2e3d4c5b6a',
    'Ticket 1042, 12 of 1.200 devices, 95 procent',
    'https://learn.microsoft.com/en-us/intune/troubleshoot',
  ])('%s', (text) => expect(clean(text)).toBe(text))
})

describe('secrets never stay', () => {
  test.each([
    ['a bearer token', 'Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOi.eyJhdWQiOiIwMDAwMDAwMi.QmxhQmxh'],
    ['a signed link', 'https://x.blob.core.windows.net/logs/a.zip?sv=2024-01-01&se=2026-12-01&sig=abc%2Bdef%3D'],
    ['a password', 'Mijn wachtwoord is Zomer2026!'],
    ['a password after a colon', 'password: hunter22'],
    ['a client secret', 'client_secret=Q~8abcDEF123'],
    ['a pin', 'pincode 482913 is veranderd in pincode: 482914'],
    ['a BitLocker key', '123456-234567-345678-456789-567890-678901-789012-890123'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----'],
    ['a cookie', 'ESTSAUTHPERSISTENT=0.AQwAbc123;'],
  ])('%s', (_, text) => {
    const { text: bare, removed } = withoutSecrets(text)
    expect(bare).toContain(secretMark)
    expect(removed).toBeGreaterThan(0)
    for (const word of ['eyJ', 'sig=abc', 'Zomer2026', 'hunter22', 'Q~8', '482914', '345678-', 'MIIabc', 'AQwAbc'])
      expect(bare).not.toContain(word)
  })

  test('also where everything is shown', () => {
    const shown = redact(['Ada, wachtwoord: Zomer2026!'], known, () => true)
    expect(shown.texts).toEqual([`Ada, wachtwoord: ${secretMark}`])
  })

  test.each(['Wachtwoord is verlopen', 'the password was incorrect', 'password policy', 'Toegangscode vereist'])(
    'but %s is no secret',
    (text) => expect(withoutSecrets(text)).toEqual({ text, removed: 0 }),
  )
})

describe('a stand-in', () => {
  test('is the same for the same thing in every text', () => {
    const { texts, hidden } = redact(
      ['Ada de Wit mailde', 'Tess Bakker vroeg het ADA DE WIT', 'ada@contoso.example'],
      known,
    )
    expect(texts).toEqual(['[User 1] mailde', '[User 2] vroeg het [User 1]', '[Address 1]'])
    expect(hidden.map(({ standIn, times }) => [standIn, times])).toEqual([
      ['User 1', 2],
      ['User 2', 1],
      ['Address 1', 1],
    ])
  })

  test('gives way to what is shown on purpose, and to nothing else', () => {
    const isShown = ({ kind, value }: { kind: string; value: string }) =>
      kind === 'serial' && value === 'c7h2n0qx4f'
    const { texts, hidden } = redact(['Ada, C7H2N0QX4F'], known, isShown)
    expect(texts).toEqual(['[User 1], C7H2N0QX4F'])
    expect(hidden.map(({ kind, shown }) => [kind, shown])).toEqual([
      ['name', false],
      ['serial', true],
    ])
  })

  test('is not looked for in nothing', () => {
    expect(redact([''], nothingKnown)).toEqual({ texts: [''], hidden: [], secrets: 0 })
  })
})
