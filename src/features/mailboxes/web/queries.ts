import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { mailboxContract } from '../contract.ts'
import type { InboundMail, SentMail } from '../contract/mail-view.ts'

export const mailApi = client<typeof mailboxContract>()

export const mailKey = ['mailboxes'] as const

export const mailboxes = queryOptions({
  queryKey: [...mailKey, 'list'],
  queryFn: ({ signal }) => mailApi('GET /api/v1/mailboxes', { signal }),
})

const pageSize = 50
const nextBefore = (last: { readonly mails: readonly { readonly id: string }[] }): string | null =>
  last.mails.length < pageSize ? null : (last.mails.at(-1)?.id ?? null)

export const inboundMails = (state: InboundMail['state']) =>
  infiniteQueryOptions({
    queryKey: [...mailKey, 'inbound', state],
    queryFn: ({ pageParam, signal }) =>
      mailApi('GET /api/v1/inbound-mails', {
        query: { state, limit: pageSize, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: nextBefore,
  })

export const inboundMail = (id: string) =>
  queryOptions({
    queryKey: [...mailKey, 'inbound', 'one', id],
    queryFn: ({ signal }) => mailApi('GET /api/v1/inbound-mails/:id', { params: { id }, signal }),
  })

export type SentFilter = SentMail['state'] | 'undeliverable' | undefined

export const sentMails = (state: SentFilter) =>
  infiniteQueryOptions({
    queryKey: [...mailKey, 'sent', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      mailApi('GET /api/v1/sent-mails', {
        query: {
          limit: pageSize,
          ...(state === undefined ? {} : { state }),
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: nextBefore,
  })

export const suppressedAddresses = queryOptions({
  queryKey: [...mailKey, 'suppressed'],
  queryFn: ({ signal }) => mailApi('GET /api/v1/suppressed-addresses', { signal }),
})
