import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addRequester } from '#features/people/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import {
  cancelInvitation,
  keepInvitation,
  recordCalendarReply,
  repliesOf,
  type WantedInvitation,
} from './actions.ts'

let platform: TestPlatform
let desk: TestDesk
let number = 0
let subjectId = ''

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())
beforeEach(() => {
  number += 1
  subjectId = `wave-1-${String(number)}`
})

const asked = (...names: PersonName[]) =>
  names.map((name) => ({ personId: desk.people[name].id, required: name !== 'pia' }))

const bridge = (change: Partial<WantedInvitation> = {}): WantedInvitation => ({
  kind: 'bridge',
  subjectId,
  title: { nl: 'Bridge golf 1', en: 'Wave 1 bridge' },
  description: { nl: 'Met alle lagen.', en: 'With all tiers.' },
  place: null,
  link: 'https://meet.contoso.example/bridge',
  timeZone: 'Europe/Amsterdam',
  occurrences: [],
  recurring: {
    weekly: [
      { day: 2, at: '10:00' },
      { day: 4, at: '10:00' },
    ],
    lengthMinutes: 30,
    from: '2026-12-01',
    until: '2027-04-30',
    except: [],
  },
  organiser: desk.people.max.id,
  attendees: asked('tess', 'jan', 'pia'),
  ...change,
})

const once = {
  recurring: undefined,
  occurrences: [{ key: 'one', starts: '2026-12-03T09:00:00.000Z', ends: '2026-12-03T11:00:00.000Z' }],
}

/** Keeps the invitation and tells what mail that put in the outbox. */
async function keep(change: Partial<WantedInvitation> = {}): Promise<MailToSend[]> {
  const before = (await outboxPayloads<MailToSend>(platform)).length
  await desk.within((tx) => keepInvitation(platform, tx, bridge(change)))
  return (await outboxPayloads<MailToSend>(platform)).slice(before)
}
async function cancel(): Promise<MailToSend[]> {
  const before = (await outboxPayloads<MailToSend>(platform)).length
  await desk.within((tx) => cancelInvitation(platform, tx, 'bridge', subjectId))
  return (await outboxPayloads<MailToSend>(platform)).slice(before)
}
const told = (mails: readonly MailToSend[]) =>
  mails
    .map((mail) => `${mail.calendar?.method ?? '?'} ${String(mail.calendar?.sequence)} ${mail.to.name}`)
    .toSorted()
const replies = () => desk.within((tx) => repliesOf(tx, 'bridge', subjectId))

describe('an invitation', () => {
  test('goes to each attendee in their language, and to nobody again while nothing changes', async () => {
    const mails = await keep()
    expect(told(mails)).toEqual(['REQUEST 0 Jan', 'REQUEST 0 Pia', 'REQUEST 0 Tess'])
    expect(mails[0]).toMatchObject({
      subject: 'Uitnodiging: Bridge golf 1',
      automatic: true,
      text: expect.stringContaining(
        'Wanneer: elke dinsdag en donderdag, 10:00–10:30 (Europe/Amsterdam), van dinsdag 1 december 2026 tot en met donderdag 29 april 2027',
      ) as string,
      links: [{ label: 'Meedoen', url: 'https://meet.contoso.example/bridge' }],
      calendar: { organiserName: 'Max', when: { weekly: { days: [2, 4], until: '2027-04-29T08:00:00.000Z' } } },
    })
    expect(await keep()).toEqual([])
    expect((await replies()).map((one) => one.answer)).toEqual([null, null, null])
  })

  test('that moves goes to all with a higher sequence, and answers to the old time lapse', async () => {
    const [first] = await keep(once)
    const uid = first?.calendar?.uid ?? ''
    const yes = await answer('tess', uid, 'accepted', 0)
    expect(yes).toBe('noted')
    const moved = {
      ...once,
      occurrences: [
        {
          ...once.occurrences[0],
          key: 'one',
          starts: '2026-12-04T09:00:00.000Z',
          ends: '2026-12-04T11:00:00.000Z',
        },
      ],
    }
    const mails = await keep(moved)
    expect(told(mails)).toEqual(['REQUEST 1 Jan', 'REQUEST 1 Pia', 'REQUEST 1 Tess'])
    expect(mails[0]?.subject).toBe('Gewijzigd: Bridge golf 1')
    expect(mails[0]?.text).toContain('Wat er veranderd is: de tijd.')
    expect((await replies()).map((one) => one.answer)).toEqual([null, null, null])
    expect(await answer('tess', uid, 'accepted', 0)).toBe('outdated')
    expect(await answer('tess', uid, 'declined', 1)).toBe('noted')
  })

  test('of another place keeps the answers, and says them', async () => {
    const [first] = await keep(once)
    await answer('tess', first?.calendar?.uid ?? '', 'accepted', 0)
    const mails = await keep({ ...once, place: 'Room 4' })
    const mine = mails.find((mail) => mail.to.name === 'Tess')
    expect(mine?.calendar).toMatchObject({ sequence: 1, attendee: { answer: 'accepted' }, place: 'Room 4' })
    expect((await replies()).find((one) => one.personId === desk.people.tess.id)?.answer).toBe('accepted')
  })

  test('is taken back from who is no longer asked, and given again with a higher sequence', async () => {
    await keep(once)
    expect(told(await keep({ ...once, attendees: asked('tess', 'pia') }))).toEqual(['CANCEL 1 Jan'])
    expect((await replies()).map((one) => one.personId)).not.toContain(desk.people.jan.id)
    expect(told(await keep({ ...once, attendees: asked('tess', 'pia', 'jan', 'leo') }))).toEqual([
      'REQUEST 2 Jan',
      'REQUEST 2 Leo',
    ])
  })

  test('is taken back from everybody when it is called off, once', async () => {
    await keep(once)
    const mails = await cancel()
    expect(told(mails)).toEqual(['CANCEL 1 Jan', 'CANCEL 1 Pia', 'CANCEL 1 Tess'])
    expect(mails[0]).toMatchObject({ subject: 'Geannuleerd: Bridge golf 1', links: [] })
    expect(await cancel()).toEqual([])
    expect(await replies()).toEqual([])
    expect(told(await keep(once))).toEqual(['REQUEST 2 Jan', 'REQUEST 2 Pia', 'REQUEST 2 Tess'])
  })

  test('to a series of two times of day is two things in a calendar', async () => {
    const recurring = {
      ...bridge().recurring,
      weekly: [
        { day: 2, at: '10:00' },
        { day: 4, at: '15:00' },
      ],
    }
    const mails = await keep({ recurring: { ...bridge().recurring!, ...recurring }, attendees: asked('tess') })
    expect(new Set(mails.map((mail) => mail.calendar?.uid)).size).toBe(2)
  })

  test('says nothing about what is over', async () => {
    await keep({ ...once, attendees: asked('tess') })
    platform.clock.set('2026-12-05T09:00:00.000Z')
    expect(await cancel()).toEqual([])
    expect(await keep({ ...once, attendees: asked('tess', 'jan') })).toEqual([])
    platform.clock.set('2026-11-23T09:00:00.000Z')
  })
})

test('to three hundred people takes a moment, also where their clocks differ from those of the meeting', async () => {
  const people = await desk.within(async (tx) => {
    const all: string[] = []
    for (let one = 0; one < 300; one += 1) {
      all.push((await addRequester(tx, { name: `P${String(one)}`, email: `p${String(one)}@contoso.example` })).id)
    }
    return all
  })
  const attendees = people.map((personId) => ({ personId, required: true }))
  const began = performance.now()
  expect(await keep({ timeZone: 'America/New_York', attendees })).toHaveLength(300)
  expect(performance.now() - began).toBeLessThan(10_000)
})

describe('an answer', () => {
  test('of one occurrence stands beside that to the series', async () => {
    const [first] = await keep({ attendees: asked('tess') })
    const uid = first?.calendar?.uid ?? ''
    await answer('tess', uid, 'accepted', 0)
    expect(await answer('tess', uid, 'declined', 0, '2026-12-08T09:00:00.000Z')).toBe('noted')
    expect(await answer('tess', uid, 'declined', 0, '2026-12-09T09:00:00.000Z')).toBe('outdated')
    expect(await replies()).toMatchObject([
      { answer: 'accepted', occurrences: [{ starts: '2026-12-08T09:00:00.000Z', answer: 'declined' }] },
    ])
  })

  test('of another sender, or for another attendee, changes nothing', async () => {
    const [first] = await keep({ attendees: asked('tess', 'jan') })
    const uid = first?.calendar?.uid ?? ''
    expect(await answer('bob', uid, 'declined', 0)).toBe('someone-else')
    expect(await answer('jan', uid, 'declined', 0, null, 'tess')).toBe('someone-else')
    expect((await replies()).map((one) => one.answer)).toEqual([null, null])
  })
})

async function answer(
  name: PersonName,
  uid: string,
  said: 'accepted' | 'declined',
  sequence: number,
  occurrence: string | null = null,
  attendee: PersonName = name,
): Promise<string> {
  const { outcome } = await desk.within((tx) =>
    recordCalendarReply(tx, {
      sender: desk.people[name].email.toUpperCase(),
      reply: {
        method: 'REPLY',
        uid,
        attendee: desk.people[attendee].email,
        answer: said,
        occurrence: occurrence === null ? null : { starts: occurrence },
        sequence,
        stamp: tx.now,
      },
    }),
  )
  return outcome
}
