import { expect, test } from 'vitest'
import { type Edit, edited, sentences } from './testing/say-changes.ts'

type Case = readonly [string, Edit, string]

/** The entry of the starter plan that an edit is about. */
function one<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`The starter plan has no entry ${index}`)
  return found
}

const intune: Case[] = [
  [
    'Devices that do not check in: Show a hint → Open a ticket',
    (p) => (p.process.detection.silentDevices = 'ticket'),
    'Apparaten die zich niet melden: Hint tonen → Melding openen',
  ],
  [
    'Time before certificates and tokens expire: 30 days → 60 days',
    (p) => (p.process.detection.expiryDays = 60),
    'Tijd voordat certificaten en tokens verlopen: 30 dagen → 60 dagen',
  ],
  [
    'Tiers of device action ‘Collect diagnostics’: now also 1',
    (p) => one(p.process.deviceActions, 2).tiers.unshift(1),
    'Lagen van apparaatactie ‘Diagnosegegevens ophalen’: nu ook 1',
  ],
  [
    'A colleague now has to agree to device action ‘Reset the passcode’',
    (p) => (one(p.process.deviceActions, 4).fourEyes = true),
    'Een collega moet nu akkoord gaan met apparaatactie ‘Toegangscode wissen’',
  ],
  [
    'Nobody may do this to a device any more: Wipe',
    (p) => p.process.deviceActions.pop(),
    'Niemand mag dit nog met een apparaat doen: Wissen',
  ],
  [
    'Like tickets that make a burst: 5 tickets → 8 tickets',
    (p) => (p.process.bursts.tickets = 8),
    'Aantal dezelfde meldingen dat als één oorzaak geldt: 5 meldingen → 8 meldingen',
  ],
]

test.each(intune)('%s', (en, edit, nl) => {
  const after = edited(edit)
  expect(sentences('en', after)).toEqual([en])
  expect(sentences('nl', after)).toEqual([nl])
})
