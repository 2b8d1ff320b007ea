import { type Answer, type Call, fieldsOf, json, listOf, preference, textOf } from '../http/call.ts'
import { delta, removed } from '../http/delta.ts'
import { matches, parseFilter } from '../http/odata-filter.ts'
import { chosenFields, filtered, type Item, page } from '../http/pages.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { folderOf, itemId, type KeptMessage, type Mailbox, type MailFolder } from '../tenant/mailboxes.ts'
import type { World } from '../world.ts'
import { mailboxOf } from './mailbox-access.ts'

const reads = ['Mail.Read', 'Mail.ReadWrite']
const writes = ['Mail.ReadWrite']
const usual = { area: 'mail', limited: 'outlook' } as const
const folder = '/users/:id/mailFolders/:folder'
const message = '/users/:id/messages/:message'

export const mailRoutes: readonly Route[] = [
  { ...usual, needs: reads, method: 'GET', path: '/users/:id/mailFolders', answer: within(listFolders) },
  { ...usual, needs: writes, method: 'POST', path: '/users/:id/mailFolders', answer: within(makeFolder) },
  { ...usual, needs: reads, method: 'GET', path: folder, answer: within(oneFolder) },
  { ...usual, needs: reads, method: 'GET', path: `${folder}/childFolders`, answer: within(listChildren) },
  { ...usual, needs: writes, method: 'POST', path: `${folder}/childFolders`, answer: within(makeFolder) },
  { ...usual, needs: reads, method: 'GET', path: `${folder}/messages`, answer: within(listMessages) },
  { ...usual, needs: reads, method: 'GET', path: `${folder}/messages/delta`, answer: within(messageDelta) },
  { ...usual, needs: reads, method: 'GET', path: '/users/:id/messages', answer: within(listMessages) },
  { ...usual, needs: reads, method: 'GET', path: message, answer: within(oneMessage) },
  { ...usual, needs: writes, method: 'PATCH', path: message, answer: within(changeMessage) },
  { ...usual, needs: writes, method: 'DELETE', path: message, answer: within(deleteMessage) },
  { ...usual, needs: reads, method: 'GET', path: `${message}/$value`, answer: within(rawMessage) },
  { ...usual, needs: reads, method: 'GET', path: `${message}/attachments`, answer: within(attachments) },
  {
    ...usual,
    needs: reads,
    method: 'GET',
    path: `${message}/attachments/:attachment`,
    answer: within(attachment),
  },
  { ...usual, needs: writes, method: 'POST', path: `${message}/move`, answer: within(move) },
]

function within(work: (call: Call, world: World, mailbox: Mailbox) => Answer) {
  return (call: Call, world: World): Answer => {
    const found = mailboxOf(call, world)
    return 'status' in found ? found : work(call, world, found)
  }
}

function folderItem(mailbox: Mailbox, one: MailFolder): Item {
  const inside = [...mailbox.messages.values()].filter(({ record }) => record.parentFolderId === one.id)
  return {
    id: one.id,
    displayName: one.displayName,
    parentFolderId: one.parentFolderId,
    childFolderCount: 0,
    unreadItemCount: inside.filter(({ record }) => !record.isRead).length,
    totalItemCount: inside.length,
    sizeInBytes: inside.reduce((sum, { mime }) => sum + mime.length, 0),
    isHidden: false,
  }
}

const pages = { size: 10, most: 1000, count: false } as const

function listFolders(call: Call, world: World, mailbox: Mailbox): Answer {
  const inbox = folderOf(mailbox, 'inbox')
  const top = mailbox.folders.filter(({ parentFolderId }) => parentFolderId !== inbox?.id)
  return page(
    world,
    call,
    top.map((one) => folderItem(mailbox, one)),
    { ...pages, context: 'mailFolders' },
  )
}

function listChildren(call: Call, world: World, mailbox: Mailbox): Answer {
  const parent = folderOf(mailbox, call.at['folder'] ?? '')
  if (!parent) return notFound(world, 'mail', call.at['folder'] ?? '')
  const below = mailbox.folders.filter(({ parentFolderId }) => parentFolderId === parent.id)
  return page(
    world,
    call,
    below.map((one) => folderItem(mailbox, one)),
    { ...pages, context: 'childFolders' },
  )
}

function oneFolder(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = folderOf(mailbox, call.at['folder'] ?? '')
  return found ? json(folderItem(mailbox, found)) : notFound(world, 'mail', call.at['folder'] ?? '')
}

function makeFolder(call: Call, world: World, mailbox: Mailbox): Answer {
  const displayName = textOf(fieldsOf(call.body)['displayName'])?.trim()
  if (!displayName) return badRequest(world, 'A folder needs a displayName.')
  if (mailbox.folders.some((one) => one.displayName.toLowerCase() === displayName.toLowerCase()))
    return problem(world, 409, 'ErrorFolderExists', 'A folder with the specified name already exists.')
  const above =
    call.at['folder'] === undefined ? mailbox.folders[0]?.parentFolderId : folderOf(mailbox, call.at['folder'])?.id
  const made = { id: itemId(world.chance, 'AQMkAD'), displayName, wellKnown: null, parentFolderId: above ?? '' }
  mailbox.folders.push(made)
  return json(folderItem(mailbox, made), 201)
}

/** The message as JSON; as text where the client prefers it. Headers come only when they are asked for. */
function messageItem(call: Call, { record }: KeptMessage): Item {
  const body =
    preference(call, 'outlook.body-content-type') === 'text' && record.body.contentType === 'html'
      ? { contentType: 'text', content: record.body.content.replace(/<[^>]*>/g, '') }
      : record.body
  return {
    '@odata.type': '#microsoft.graph.message',
    '@odata.etag': `W/"${record.id.slice(-12)}"`,
    ...record,
    body,
  }
}

const always = [
  'id,createdDateTime,lastModifiedDateTime,receivedDateTime,sentDateTime,hasAttachments,internetMessageId,subject,bodyPreview',
  'importance,parentFolderId,conversationId,isRead,isDraft,body,sender,from,toRecipients,ccRecipients,replyTo',
]
  .join(',')
  .split(',')

function inFolder(mailbox: Mailbox, name: string | undefined): KeptMessage[] | null {
  const all = [...mailbox.messages.values()].toSorted((a, b) =>
    b.record.receivedDateTime.localeCompare(a.record.receivedDateTime),
  )
  if (name === undefined) return all
  const found = folderOf(mailbox, name)
  return found ? all.filter(({ record }) => record.parentFolderId === found.id) : null
}

function listMessages(call: Call, world: World, mailbox: Mailbox): Answer {
  const kept = inFolder(mailbox, call.at['folder'])
  if (!kept) return notFound(world, 'mail', call.at['folder'] ?? '')
  const words = call.query.get('$search')?.replaceAll('"', '').trim().toLowerCase() ?? ''
  const found = filtered(
    kept.filter((one) => words === '' || saysIt(one, words)).map((one) => messageItem(call, one)),
    call.query.get('$filter'),
    () => true,
  )
  if (found.outcome === 'not-understood') return badRequest(world, 'The query is not supported.')
  return page(world, call, found.items, { ...pages, fields: always, context: 'messages' })
}

/** `$search`: `subject:words` looks in one part, other words in subject, text and sender. */
function saysIt({ record }: KeptMessage, words: string): boolean {
  const { address, name } = record.from.emailAddress
  const parts: Readonly<Record<string, string>> = {
    subject: record.subject,
    body: record.body.content,
    from: `${name} ${address}`,
  }
  const [, part = '', wanted = ''] = /^(subject|body|from):(.+)$/.exec(words) ?? []
  const text = part === '' ? Object.values(parts).join(' ') : (parts[part] ?? '')
  return text.toLowerCase().includes((part === '' ? words : wanted).trim())
}

function kept(call: Call, mailbox: Mailbox): KeptMessage | undefined {
  return mailbox.messages.get(call.at['message'] ?? '')
}

function oneMessage(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  if (!found) return notFound(world, 'mail', call.at['message'] ?? '')
  const item = messageItem(call, found)
  const chosen = chosenFields(world, call.query, [item], { fields: always })
  if ('status' in chosen) return chosen
  const attached =
    call.query.get('$expand')?.startsWith('attachments') === true ? { attachments: found.attachments } : {}
  return json({ ...chosen.pick(item), ...attached })
}

function changeMessage(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  if (!found) return notFound(world, 'mail', call.at['message'] ?? '')
  const { isRead } = fieldsOf(call.body)
  if (typeof isRead === 'boolean') found.record.isRead = isRead
  if (found.record.isDraft) {
    const { subject, body, toRecipients } = fieldsOf(call.body)
    Object.assign(found.record, {
      ...(subject ? { subject } : {}),
      ...(body ? { body } : {}),
      ...(toRecipients ? { toRecipients } : {}),
    })
  }
  return json(messageItem(call, found))
}

function changed(world: World, mailbox: Mailbox, one: KeptMessage, gone: boolean): void {
  const { id, parentFolderId } = one.record
  world.tenant.changes.push({
    kind: 'message',
    mailbox: mailbox.userId,
    folder: parentFolderId,
    id,
    removed: gone,
  })
}

function deleteMessage(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  if (!found) return notFound(world, 'mail', call.at['message'] ?? '')
  changed(world, mailbox, found, true)
  mailbox.messages.delete(found.record.id)
  return { status: 204 }
}

/** A message that is moved gets another id, unless ids that stay were asked for. */
function move(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  const to = folderOf(mailbox, textOf(fieldsOf(call.body)['destinationId']) ?? '')
  if (!found || !to) return notFound(world, 'mail', call.at['message'] ?? '')
  changed(world, mailbox, found, true)
  mailbox.messages.delete(found.record.id)
  const keepsId = preference(call, 'IdType') === 'ImmutableId'
  const moved = {
    ...found,
    record: { ...found.record, parentFolderId: to.id, ...(keepsId ? {} : { id: itemId(world.chance) }) },
  }
  mailbox.messages.set(moved.record.id, moved)
  changed(world, mailbox, moved, false)
  return json(messageItem(call, moved), 201)
}

function rawMessage(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  return found
    ? { status: 200, type: 'text/plain', bytes: Buffer.from(found.mime, 'latin1') }
    : notFound(world, 'mail', call.at['message'] ?? '')
}

function attachments(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)
  if (!found) return notFound(world, 'mail', call.at['message'] ?? '')
  return page(world, call, found.attachments, { ...pages, context: 'attachments' })
}

function attachment(call: Call, world: World, mailbox: Mailbox): Answer {
  const found = kept(call, mailbox)?.attachments.find(({ id }) => id === call.at['attachment'])
  return found ? json(found) : notFound(world, 'mail', call.at['attachment'] ?? '')
}

const mostFiltered = 5000

function messageDelta(call: Call, world: World, mailbox: Mailbox): Answer {
  const place = folderOf(mailbox, call.at['folder'] ?? '')
  if (!place) return notFound(world, 'mail', call.at['folder'] ?? '')
  const refused = refusedQuery(call.query)
  if (refused) return badRequest(world, refused, 'ErrorInvalidUrlQuery')
  const wanted = (query: URLSearchParams, item: Item) => {
    const filter = query.get('$filter')
    const read = filter === null ? null : parseFilter(filter)
    return read === null || matches(read, item)
  }
  return delta(world, call, {
    context: 'Collection(message)',
    size: Number(preference(call, 'odata.maxpagesize') ?? 10) || 10,
    all: (query) =>
      (inFolder(mailbox, place.id) ?? [])
        .map((one) => messageItem(call, one))
        .filter((item) => wanted(query, item))
        .slice(0, mostFiltered),
    since: (from, query) => {
      const changes = world.tenant.changes
        .slice(from)
        .flatMap((one) => (one.kind === 'message' && one.folder === place.id ? [one] : []))
      const last = new Map(changes.map((one) => [one.id, one]))
      const asked = query.get('changeType')
      return [...last.values()].flatMap((one): Item[] => {
        const found = mailbox.messages.get(one.id)
        if (one.removed || !found || found.record.parentFolderId !== place.id)
          return asked === null || asked === 'deleted' || asked === 'created' ? [removed(one.id)] : []
        return asked === 'deleted' ? [] : [messageItem(call, found)]
      })
    },
    pick: (item, query) => {
      if ('@removed' in item) return { '@odata.type': '#microsoft.graph.message', ...item }
      const chosen = chosenFields(world, query, [item], { fields: always })
      return 'status' in chosen ? item : chosen.pick(item)
    },
    goneCode: 'SyncStateNotFound',
    ghost: () => ({ '@odata.type': '#microsoft.graph.message', ...removed(itemId(world.chance)) }),
  })
}

function refusedQuery(query: URLSearchParams): string | null {
  if (query.has('$search')) return 'The query parameter $search is not supported.'
  const filter = query.get('$filter')
  if (filter !== null && !/^receivedDateTime (?:ge|gt) \S+$/.test(filter.trim()))
    return 'The $filter is not supported for delta.'
  const order = query.get('$orderby')
  if (order !== null && order.trim().toLowerCase() !== 'receiveddatetime desc')
    return 'The $orderby is not supported for delta.'
  return listOf(query.getAll('$skip')).length > 0 ? 'The query parameter $skip is not supported.' : null
}
