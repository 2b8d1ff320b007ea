import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectTenant } from '#features/tenant/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { type ScriptedGraph, scriptedGraph } from '../../../../tests/support/scripted-graph.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { addMailbox } from './actions.ts'
import { fetchByGraph } from './graph/fetch-graph.ts'
import { listInbound } from './store/inbound-mails.ts'
import { findMailbox } from './store/mailboxes.ts'

let platform: TestPlatform
let desk: TestDesk
let server: ScriptedGraph
beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  server = await scriptedGraph()
  await connectTenant(platform, desk.orgId, {
    tenantId: newId(),
    cloud: 'own',
    loginUrl: server.url,
    graphUrl: server.url,
    allowPrivate: true,
    read: { clientId: newId(), credential: { kind: 'secret', secret: 's' } },
  })
})
afterAll(async () => {
  await server.close()
  await platform.close()
})

const folders = '/v1.0/users/helpdesk@contoso.example'
const header = (id: string) => ({
  id,
  internetMessageId: `<${id}@mail.example>`,
  receivedDateTime: '2026-11-23T08:00:00Z',
})

test('a mail that Microsoft will not hand over stops nobody, and is left after three tries', async () => {
  const id = await addMailbox(platform, desk.orgId, {
    address: 'helpdesk@contoso.example',
    name: 'Helpdesk',
    enabled: true,
    receives: 'graph',
    imap: null,
    smtp: null,
    graph: { user: null, folder: 'inbox', processedFolder: 'Processed' },
    unknownSenders: 'open',
    subAddresses: false,
  })
  const mailbox = await desk.within((tx) => findMailbox(tx, id ?? ''))
  if (mailbox === null) throw new Error('the mailbox was not added')
  server.answer = ({ method, url }) => {
    if (url.includes('/messages/delta')) {
      return {
        body: {
          value: [header('stuck'), header('fine')],
          '@odata.deltaLink': `${server.url}${folders}/mailFolders/inbox/messages/delta?$deltatoken=1`,
        },
      }
    }
    if (url.includes('/messages/stuck/'))
      return { status: 400, body: { error: { code: 'ErrorItemCorrupt', message: 'no' } } }
    if (url.includes('/messages/fine/$value'))
      return { body: 'From: ada@contoso.example\r\nSubject: Fine\r\n\r\nx\r\n' }
    return method === 'GET' ? { body: { id: 'f', value: [] } } : { status: 201, body: { id: 'f' } }
  }
  const attempts = new Map<string, number>()
  const look = () => fetchByGraph(platform, desk.orgId, mailbox, new AbortController().signal, attempts)
  expect(await look()).toMatchObject({ code: 'mail-not-fetched' })
  const stored = () => desk.within((tx) => listInbound(tx, { state: 'stored', before: undefined, limit: 10 }))
  expect(await stored()).toHaveLength(1)
  expect(await look()).toMatchObject({ code: 'mail-not-fetched' })
  expect(await look()).toBeNull()
  expect(await stored()).toHaveLength(1)
  const asked = server.asked().filter((one) => one.includes('/messages/stuck/')).length
  expect(await look()).toBeNull()
  expect(server.asked().filter((one) => one.includes('/messages/stuck/'))).toHaveLength(asked)
})
