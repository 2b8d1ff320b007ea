import { type Client, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client'
import type {
  EnrollmentTroubleshootingEvent,
  ManagedDevice,
  OnlineMeeting,
  ServiceHealthIssue,
  User,
} from '@microsoft/microsoft-graph-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator.ts'
import { graphCaller } from './testing/graph-caller.ts'
import { microsoftsClient, publicUrl } from './testing/microsofts-client.ts'

let simulator: Simulator
let client: Client

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, publicUrl })
  const { token } = await graphCaller(simulator)
  client = microsoftsClient(simulator.url, token)
})
afterAll(() => simulator.close())

describe("Microsoft's own client, which nobody here wrote", () => {
  test('reads people, with the fields that it asks for', async () => {
    const found = (await client.api('/users').select(['id', 'displayName', 'accountEnabled']).top(5).get()) as {
      value: User[]
    }
    expect(found.value).toHaveLength(5)
    expect(found.value[0]?.accountEnabled).toBe(true)
    expect(found.value[0]?.mail).toBeUndefined()
    const one = (await client.api(`/users/${found.value[0]?.id ?? ''}`).get()) as User
    expect(one.displayName).toBe(found.value[0]?.displayName)
    expect(one.accountEnabled).toBeUndefined()
  })

  test('walks through every device by its page iterator', async () => {
    const first = (await client.api('/deviceManagement/managedDevices').top(400).get()) as PageCollection
    const names = new Set<string>()
    const iterator = new PageIterator(client, first, (device: ManagedDevice) => {
      names.add(device.id ?? '')
      return true
    })
    await iterator.iterate()
    expect(names.size).toBe(1500)
  })

  test("reads somebody's enrollment failures", async () => {
    const all = (await client.api('/deviceManagement/troubleshootingEvents').get()) as {
      value: EnrollmentTroubleshootingEvent[]
    }
    const userId = all.value[0]?.userId ?? ''
    const own = (await client.api(`/users/${userId}/deviceManagementTroubleshootingEvents`).get()) as typeof all
    expect(own.value.length).toBeGreaterThan(0)
    expect(own.value.every((failure) => failure.userId === userId)).toBe(true)
  })

  test('reads what is going on with Intune', async () => {
    const { value } = (await client
      .api('/admin/serviceAnnouncement/issues')
      .filter("service eq 'Microsoft Intune' and isResolved eq false")
      .get()) as { value: ServiceHealthIssue[] }
    expect(value.map(({ id }) => id)).toEqual(['IT1184207'])
  })

  test('makes a meeting', async () => {
    const { value } = (await client.api('/users').top(1).get()) as { value: User[] }
    const meeting = (await client.api(`/users/${value[0]?.id ?? ''}/onlineMeetings`).post({
      startDateTime: '2026-12-03T09:00:00Z',
      endDateTime: '2026-12-03T09:30:00Z',
      subject: 'Bridge wave 2, day 1',
    })) as OnlineMeeting
    expect(meeting.joinWebUrl).toMatch(/^https:\/\/teams[.]microsoft[.]com\/l\/meetup-join\//)
    expect(meeting.subject).toBe('Bridge wave 2, day 1')
  })

  test('sends a mail, which arrives in the tenant', async () => {
    const { value } = (await client.api('/users').top(1).get()) as { value: User[] }
    const to = value[0]?.mail ?? ''
    await client.api('/users/support@contoso.example/sendMail').post({
      message: {
        subject: '[INT-1042] Vraag over je iPhone',
        body: { contentType: 'Text', content: 'Werkt het nu?' },
        toRecipients: [{ emailAddress: { address: to } }],
        internetMessageHeaders: [{ name: 'x-desk-ticket', value: 'INT-1042' }],
      },
    })
    const inbox = await simulator.control.mail(to)
    expect(inbox.map(({ subject }) => subject)).toEqual(['[INT-1042] Vraag over je iPhone'])
    expect(inbox[0]?.mime).toContain('x-desk-ticket: INT-1042')
  })

  test('waits as it is told when there were too many calls, and gets its answer', async () => {
    await simulator.control.fault('throttled', { share: 0.5, mode: 'decimal' })
    try {
      for (let turn = 0; turn < 4; turn += 1)
        expect(((await client.api('/users').top(1).get()) as { value: User[] }).value).toHaveLength(1)
    } finally {
      await simulator.control.noFaults()
    }
    expect((await simulator.control.counters()).refused).toBeGreaterThan(0)
  })
})
