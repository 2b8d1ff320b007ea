import { recordChange } from '#features/people/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { InvalidInput, NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { postCard } from '#integrations/teams/post-card.ts'
import type { ChannelInput, ChannelView } from '../../contract/channels.ts'
import { cardMessage } from '../../domain/card.ts'
import { webhookAddress } from '../../domain/channels.ts'
import { tellTenant } from '../connection/connect.ts'
import {
  type ChannelRow,
  type ChannelSettings,
  findChannel,
  noteDelivery,
  putChannel,
  removeChannel,
} from '../store/channels.ts'
import { findTenant } from '../store/tenants.ts'

/** More than an organisation reads. */
export const mostChannels = 20

/** An address can only be opened for the channel it was given for. */
export const channelContext = (id: string): string => `tenant-channel ${id}`

export async function saveChannel(
  platform: Platform,
  tx: Tx,
  by: string,
  id: string | null,
  input: ChannelInput,
): Promise<ChannelRow> {
  const before = id === null ? null : await findChannel(tx, id)
  if (id !== null && before === null) throw new NotFound('channel')
  const channelId = before?.id ?? newId()
  const settings = await settingsFrom(platform, tx, channelId, before, input)
  await putChannel(tx, channelId, settings)
  await recordChange(tx, {
    by,
    what: before ? 'channel-changed' : 'channel-added',
    subject: channelId,
    ...(before ? { before: forRecord(before) } : {}),
    after: { ...forRecord(settings), addressChanged: before?.sealedUrl !== settings.sealedUrl },
  })
  await tellTenant(tx)
  const saved = await findChannel(tx, channelId)
  if (saved === null) throw new Error('A channel that was just saved is not there')
  return saved
}

export async function dropChannel(tx: Tx, by: string, id: string): Promise<void> {
  const before = await findChannel(tx, id)
  if (before === null) throw new NotFound('channel')
  await removeChannel(tx, id)
  await recordChange(tx, { by, what: 'channel-removed', subject: id, before: forRecord(before) })
  await tellTenant(tx)
}

/** Sends a card now, so that whoever set the channel up sees it arrive. */
export async function tryChannel(
  platform: Platform,
  orgId: string,
  id: string,
): Promise<{ readonly ok: boolean; readonly answer: string }> {
  const { channel, allowPrivate } = await inOrganisation(platform, orgId, async (tx) => {
    const found = await findChannel(tx, id)
    if (found === null) throw new NotFound('channel')
    return { channel: found, allowPrivate: (await simulatorOf(tx)) !== null }
  })
  const say = (key: string) =>
    platform.translate(channel.language, `tenant:card.test.${key}`, { name: channel.name })
  const message = cardMessage({
    title: say('title'),
    text: say('text'),
    facts: [],
    link: { label: say('open'), url: `${platform.baseUrl}/settings/intune` },
  })
  const url = (await secretsOf(platform.dataFolder)).open(channel.sealedUrl, channelContext(id))
  const answer = await postCard(url, message, { allowPrivate })
  await inOrganisation(platform, orgId, async (tx) => {
    await noteDelivery(tx, id, answer.ok ? null : answer.answer)
    await tellTenant(tx)
  })
  return { ok: answer.ok, answer: answer.answer }
}

export function channelView(channel: ChannelRow): ChannelView {
  const { id, name, host, language, moments, enabled, lastSuccessAt, failures, lastErrorAt, lastError } = channel
  return {
    id,
    name,
    host,
    language,
    moments: [...moments],
    enabled,
    lastSuccessAt,
    failures,
    lastError: lastErrorAt === null || lastError === null ? null : { at: lastErrorAt, answer: lastError },
  }
}

/** Where the organisation's own Graph stands, and so its own webhooks; null with Microsoft's. */
export async function simulatorOf(tx: Tx): Promise<string | null> {
  const tenant = await findTenant(tx)
  return tenant?.cloud === 'own' && tenant.allowPrivate ? new URL(tenant.graphUrl).origin : null
}

async function settingsFrom(
  { dataFolder }: Platform,
  tx: Tx,
  id: string,
  before: ChannelRow | null,
  { url, ...rest }: ChannelInput,
): Promise<ChannelSettings> {
  if (url === undefined) {
    if (before === null) throw new InvalidInput([{ path: 'url', code: 'webhook-not-valid' }])
    return { ...rest, sealedUrl: before.sealedUrl, host: before.host }
  }
  const address = webhookAddress(url, await simulatorOf(tx))
  if (!address.ok) throw new InvalidInput([{ path: 'url', code: address.code }])
  return {
    ...rest,
    sealedUrl: (await secretsOf(dataFolder)).seal(address.url, channelContext(id)),
    host: address.host,
  }
}

/** Never with the address in it. */
function forRecord({ name, host, language, moments, enabled }: ChannelSettings) {
  return { name, host, language, moments: [...moments], enabled }
}
