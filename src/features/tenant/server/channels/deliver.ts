import { z } from 'zod'
import { inOrganisation } from '#platform/database/transaction.ts'
import { UpstreamFailed } from '#platform/errors.ts'
import type { Deliverer } from '#platform/outbox/deliver.ts'
import { secretsOf } from '#platform/secrets.ts'
import { postCard } from '#integrations/teams/post-card.ts'
import { tellTenant } from '../connection/connect.ts'
import { findChannel, noteDelivery } from '../store/channels.ts'
import { channelContext, simulatorOf } from './channels.ts'

const Payload = z.object({ channelId: z.uuid(), message: z.record(z.string(), z.unknown()) })

/** Brings a card to its channel. One whose channel was removed or switched off in the meantime goes nowhere. */
export const deliverCard: Deliverer = async (platform, { orgId, payload }) => {
  const { channelId, message } = Payload.parse(payload)
  const { channel, allowPrivate } = await inOrganisation(platform, orgId, async (tx) => ({
    channel: await findChannel(tx, channelId),
    allowPrivate: (await simulatorOf(tx)) !== null,
  }))
  if (channel === null || !channel.enabled) return 'no longer wanted'
  const url = (await secretsOf(platform.dataFolder)).open(channel.sealedUrl, channelContext(channelId))
  const answer = await postCard(url, message, { allowPrivate })
  await inOrganisation(platform, orgId, async (tx) => {
    await noteDelivery(tx, channelId, answer.ok ? null : answer.answer)
    await tellTenant(tx)
  })
  if (answer.ok) return answer.answer
  throw new UpstreamFailed('channel', { retryable: answer.retryable, cause: new Error(answer.answer) })
}
