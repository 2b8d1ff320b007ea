import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { putOut } from '#platform/outbox/put-out.ts'
import { cardMessage } from '../../domain/card.ts'
import type { ChannelMoment } from '../../domain/channels.ts'
import { claimCard } from '../store/cards.ts'
import { channelsFor } from '../store/channels.ts'

/** What a channel is told. Never a name, an address or words of a requester: more people read a channel than work on tickets. */
export type ChannelNews = {
  readonly moment: ChannelMoment
  /** What it is about; each moment of each subject makes one card. */
  readonly subject: string
  readonly title: (language: Language) => string
  readonly text?: (language: Language) => string
  readonly facts?: (language: Language) => readonly { readonly label: string; readonly value: string }[]
  /** A page of the desk: `/tickets/1042`. */
  readonly path: string
}

/** Puts a card in the outbox for every channel that wants to hear of this, in the transaction of its cause. */
export async function tellChannels(platform: Platform, tx: Tx, news: ChannelNews): Promise<void> {
  for (const { id, language } of await channelsFor(tx, news.moment)) {
    if (!(await claimCard(tx, { channelId: id, moment: news.moment, subject: news.subject }))) continue
    const message = cardMessage({
      title: news.title(language),
      text: news.text?.(language) ?? '',
      facts: news.facts?.(language) ?? [],
      link: { label: platform.translate(language, 'tenant:card.open'), url: `${platform.baseUrl}${news.path}` },
    })
    await putOut(platform, tx, { kind: 'channel-card', payload: { channelId: id, message } })
  }
}
