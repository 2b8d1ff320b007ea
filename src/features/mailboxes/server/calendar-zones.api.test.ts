import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelInvitation, keepInvitation, type WantedInvitation } from '#features/invitations/server/actions.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { type ArrivedInvitation, readArrived, sendWaiting } from '../../../../tests/support/arrived-invitation.ts'
import { imapPeer, type ImapPeer } from '../../../../tests/support/imap-peer.ts'
import { type MailServer, mailServer } from '../../../../tests/support/mail-server.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { addMailbox } from './actions.ts'
import { mailDeliverer } from './deliver.ts'
import { createSenders } from './senders.ts'

let platform: TestPlatform
let desk: TestDesk
let world: MailServer
let theirs: ImapPeer
const senders = createSenders()
const deliver = deliverJob({ mail: mailDeliverer(senders) })

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  world = await mailServer()
  theirs = await imapPeer()
  const smtp = { host: '127.0.0.1', port: world.port, security: 'none' as const, allowPrivate: true, user: null }
  const input = {
    address: 'desk@contoso.example',
    name: 'Desk',
    enabled: true,
    receives: 'none' as const,
    imap: null,
  }
  await addMailbox(platform, desk.orgId, { ...input, smtp, unknownSenders: 'open', subAddresses: false })
})
afterAll(async () => {
  await senders.close()
  await theirs.close()
  await world.close()
  await platform.close()
})

/** The Sundays on which the clocks change; a zone without any has the same weeks. */
const zones = [
  ['Europe/Amsterdam', '2027-03-28', '2027-10-31'],
  ['America/New_York', '2027-03-14', '2027-11-07'],
  ['Australia/Sydney', '2027-04-04', '2027-10-03'],
  ['Asia/Kolkata', '2027-03-28', '2027-10-31'],
] as const
const weeks = zones.flatMap(([zone, first, second]) => [
  { zone, sunday: first },
  { zone, sunday: second },
])

describe.each(weeks)(
  'a bridge in $zone around $sunday, as the mailbox of an attendee has it',
  ({ zone, sunday }) => {
    const day = (later: number) => Temporal.PlainDate.from(sunday).add({ days: later })
    const moment = (date: Temporal.PlainDate, time: string) =>
      date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
    const text = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' })
    const meeting = (later: number, time = '10:00') =>
      [text(moment(day(later), time)), text(moment(day(later), time).add({ minutes: 45 }))] as const
    const subjectId = `${zone} ${sunday}`
    /** From the Friday before to the Wednesday after, without the Sunday. */
    const days = [-2, -1, 1, 2, 3]

    function wanted({
      except = [],
      at = '10:00',
    }: {
      except?: readonly string[]
      at?: string
    } = {}): WantedInvitation {
      return {
        kind: 'bridge',
        subjectId,
        title: { nl: 'Bridge', en: 'Bridge' },
        description: { nl: '', en: '' },
        place: null,
        link: null,
        timeZone: zone,
        occurrences: [],
        recurring: {
          weekly: [1, 2, 3, 5, 6].map((one) => ({ day: one, at })),
          lengthMinutes: 45,
          from: day(-2).toString(),
          until: day(3).toString(),
          except,
        },
        organiser: null,
        attendees: [{ personId: desk.people.tess.id, required: true }],
      }
    }

    async function arrived(work: () => Promise<void>): Promise<readonly ArrivedInvitation['calendar'][]> {
      const before = world.received.length
      await work()
      await sendWaiting(platform, desk.orgId, deliver)
      const mails = await Promise.all(world.received.slice(before).map((one) => readArrived(theirs, one)))
      return mails.map((one) => one.calendar)
    }
    const keep = (one: WantedInvitation) => arrived(() => desk.within((tx) => keepInvitation(platform, tx, one)))

    test('it is invited, moved, thinned, put at another time and called off at the right moments', async () => {
      const [invited, ...no] = await keep(wanted())
      expect(no).toEqual([])
      expect(invited).toMatchObject({
        method: 'REQUEST',
        sequence: 0,
        occurrences: days.map((one) => meeting(one)),
      })
      const uid = invited?.uid

      const [key] = meeting(1)
      const [starts, ends] = meeting(0, '15:30')
      const [moved] = await keep({ ...wanted(), occurrences: [{ key, starts, ends }] })
      expect(moved).toMatchObject({
        ...{ method: 'REQUEST', uid, sequence: 1 },
        occurrences: [meeting(-2), meeting(-1), [starts, ends], meeting(2), meeting(3)],
      })

      const [thinned] = await keep(wanted({ except: [day(1).toString(), day(2).toString()] }))
      expect(thinned).toMatchObject({
        ...{ method: 'REQUEST', uid, sequence: 2 },
        occurrences: [meeting(-2), meeting(-1), meeting(3)],
      })

      const [later, ...none] = await keep(wanted({ at: '16:15' }))
      expect(none).toEqual([])
      expect(later).toMatchObject({
        ...{ method: 'REQUEST', uid, sequence: 3 },
        occurrences: days.map((one) => meeting(one, '16:15')),
      })

      const off = await arrived(() => desk.within((tx) => cancelInvitation(platform, tx, 'bridge', subjectId)))
      expect(off).toMatchObject([{ method: 'CANCEL', uid, sequence: 4 }])
    })
  },
)
