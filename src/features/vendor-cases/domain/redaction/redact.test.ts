import { describe, expect, test } from 'vitest'
import { type KnownPersonal, nothingKnown } from './known-personal.ts'
import { redact } from './redact.ts'

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

const more: KnownPersonal = {
  ...known,
  names: ['Ada de Wit', 'Tess Bakker', 'Jörg Müller', 'Li Wu', 'Joost Verbeek', 'Mark Will'],
}

describe('somebody known is found', () => {
  test.each([
    ['over the end of a line', 'Ada de\nWit kan niet', '[User 1] kan niet'],
    ['by initial', 'A. de Wit belde', '[User 1] belde'],
    ['by family name first', 'De Wit, Ada', '[User 1]'],
    ['as a sign-in name', 'ada.dewit meldt zich aan', '[User 1] meldt zich aan'],
    ['in the name of a domain', String.raw`CONTOSO\tbakker`, String.raw`CONTOSO\[User 1]`],
    ['in one word', String.raw`AzureAD\TessBakker`, String.raw`AzureAD\[User 1]`],
    ['with mark-up in between', '<b>Tess</b> <i>Bakker</i>', '<b>[User 1]</i>'],
    ['with a space for pages', 'Ada&nbsp;de&nbsp;Wit', '[User 1]'],
    ['with what cannot be seen in between', 'T\u00adess\u200b Bakker', '[User 1]'],
    ['without accents', 'jorg muller, Joerg Mueller', '[User 1], [User 1]'],
    ['with accents of their own', 'Mu\u0308ller', '[User 1]'],
    ['by two letters', 'Wu zei het', '[User 1] zei het'],
    ['by a first name in small letters', 'joost had het ook', '[User 1] had het ook'],
    ['in the name of a device', 'LAPTOP-TBAKKER van Tess', 'LAPTOP-[User 1] van [User 1]'],
    ['in a link', 'file://srv/Ada%20de%20Wit/x', 'file://srv/[User 1]/x'],
  ])('%s', (_, text, expected) => expect(clean(text, more)).toBe(expected))

  test('but not in a word that is a name too', () => {
    const text = 'It will mark the device, de sleutel, van de week'
    expect(clean(text, more)).toBe(text)
  })
})

describe('an address is found', () => {
  test.each([
    ['over the end of a line', 'ada@con\ntoso.example', '[Address 1]'],
    ['as quoted mail breaks it', 'ada@con=\r\ntoso.example', '[Address 1]'],
    ['in a link', 'mailto:tess%40contoso.example', 'mailto:[Address 1]'],
    ['in a page', 'tess&#64;contoso.example', '[Address 1]'],
    ['written out', 'tess [at] contoso [dot] example', '[Address 1]'],
  ])('%s', (_, text, expected) => expect(clean(text)).toBe(expected))
})

describe('what belongs to somebody nobody knows is found', () => {
  test.each([
    ['a greeting', 'Hoi Karel,\nHet lukt niet', 'Hoi [User 1],\nHet lukt niet'],
    ['a first name below', 'Groetjes,\nMarieke', 'Groetjes,\n[User 1]'],
    ['a name and what stands below it', 'Mvg,\nKarel Appel\nAfdeling ICT', 'Mvg,\n[User 1]\nAfdeling ICT'],
    ['who wrote', 'Van: Karel Appel', 'Van: [User 1]'],
    ['a colleague', 'mijn collega Marieke', 'mijn collega [User 1]'],
    ['whose phone it is', 'De iPhone van Karel, Marieke’s iPad', 'De iPhone van [User 1], [User 2]’s iPad'],
    ['a device that is called after somebody', 'Device name: MBP-Karel', 'Device name: [Device 1]'],
    ['a share on a server', String.raw`\\srv\users$\kappel\docs`, String.raw`\\srv\users$\[User 1]\docs`],
    ['a folder with spaces', String.raw`H:\Users\Karel Appel\x.log`, String.raw`H:\Users\[User 1]\x.log`],
    ['a folder in a text of a program', String.raw`C:\\Users\\kappel\\x`, String.raw`C:\\Users\\[User 1]\\x`],
    ['an account', 'username: kappel', 'username: [User 1]'],
    ['a security id', 'S-1-12-1-1234567890-1234567890-1234567890-1234567890', '[ID 1]'],
    ['a number with points', 'tel 06.12.34.56.78', 'tel [Phone 1]'],
    ['a number to dial', 'tel:+31-6-12345678', 'tel:[Phone 1]'],
    ['a number over the end of a line', 'Bel 06 12\n34 56 78', 'Bel [Phone 1]'],
    ['a short IPv6 address', 'fe80::1%eth0', '[Network address 1]%eth0'],
    ['a MAC address with points', '3c22.fb10.0a7e', '[Network address 1]'],
    ['a citizen’s number', 'mijn bsn is 1112.22.333', 'mijn bsn is [Number 1]'],
    ['a citizen’s number by itself', 'nummer 123456782 graag', 'nummer [Number 1] graag'],
    ['a bank account', 'NL91 ABNA 0417\n1643 00 graag', '[Number 1] graag'],
    ['a bank account elsewhere', 'DE89370400440532013000', '[Number 1]'],
    ['a card', '4111 1111 1111 1111', '[Number 1]'],
    ['a birthday', 'geboren op 12-03-1980', 'geboren op [Number 1]'],
    ['a number of an employee', 'personeelsnummer 004512', 'personeelsnummer [Number 1]'],
    ['a place', 'locatie: 52.09070,5.12140', 'locatie: [Place 1]'],
    ['where somebody lives', 'Kerkstraat 12, 1234 AB Utrecht', '[Place 1], [Place 2] Utrecht'],
  ])('%s', (_, text, expected) => expect(clean(text)).toBe(expected))
})

test('a log of a million letters is read in seconds, whatever stands in it', { timeout: 60_000 }, () => {
  const began = performance.now()
  for (const piece of ['A', '1 ', 'a.', 'AA11 ', ' ', "'", '\\Users\\a', '10.0.0.1 Tess Bakker\n'])
    redact([piece.repeat(Math.ceil(100_000 / piece.length))], known)
  expect(performance.now() - began).toBeLessThan(20_000)
})

describe('what the vendor looks for stays', () => {
  test.each([
    'The user cannot enroll the phone, thanks for a look',
    'user does not see apps; gebruiker kan niet inloggen; naam van het apparaat',
    'MS Teams and the ms store app do not start',
    'Profile name: Contoso Wifi Office',
    'Update of 5000 KB, Exchange 2019 CU 14, since 2026 NL users',
    String.raw`HKLM\SOFTWARE\Microsoft\Enrollments, NT AUTHORITY\SYSTEM, C:\Program Files\Microsoft Intune\x`,
    'KB5031356, 2026-11-24 14:05:33.1234567, beta::devices',
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

  test('is one for somebody, however they are written', () => {
    const { texts, hidden } = redact(['Ada de Wit', 'a.dewit', 'ADA', 'De Wit, Ada', 'adadewit'], known)
    expect(new Set(texts)).toEqual(new Set(['[User 1]']))
    expect(hidden.map(({ times }) => times)).toEqual([5])
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

test('whoever is hidden in a packet has the same name in what goes along, and somebody else another', () => {
  const known = { ...nothingKnown, names: ['Karel de Wit', 'Sanne Bakker'] }
  const packet = redact(['Sanne Bakker cannot sign in'], known)
  expect(redact(['Karel de Wit asked Sanne Bakker'], known, undefined, packet.hidden).texts).toEqual([
    '[User 2] asked [User 1]',
  ])
})
