import { type QueryKey, queryOptions, useQueryClient } from '@tanstack/react-query'
import type { WaveMails, WaveMailView } from '../contract/communication.ts'
import type { PilotView } from '../contract/pilot.ts'
import type { MailKind, MailLanguage, MailText } from '../domain/mails/mail.ts'
import { rolloutApi } from './queries.ts'

const key = ['rollout', 'involvement'] as const

export const commitments = queryOptions({
  queryKey: [...key, 'commitments'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/commitments', { signal }),
})

export const ownCommitments = queryOptions({
  queryKey: [...key, 'commitments', 'mine'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/commitments/mine', { signal }),
})

export const commitment = (one: string) =>
  queryOptions({
    queryKey: [...key, 'commitments', 'one', one],
    queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/commitments/:key', { params: { key: one }, signal }),
  })

export const pilot = queryOptions({
  queryKey: [...key, 'pilot'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/pilot', { signal }),
})

/** Nobody tells a page that a mail server took a mail: while some are on their way it looks again, every so many milliseconds. */
const betweenLooks = 3_000
const looksAgain = (mails: readonly Pick<WaveMailView, 'sends'>[]) =>
  mails.some(({ sends }) => (sends.waiting ?? 0) > 0 || (sends.retrying ?? 0) > 0) ? betweenLooks : false

export const waveMails = (wave: string) =>
  queryOptions({
    queryKey: [...key, 'mails', wave],
    queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/waves/:key/mails', { params: { key: wave }, signal }),
    refetchInterval: ({ state }) => looksAgain(state.data?.mails ?? []),
  })

export const waveMail = (wave: string, kind: MailKind) =>
  queryOptions({
    queryKey: [...key, 'mails', wave, kind],
    queryFn: ({ signal }) =>
      rolloutApi('GET /api/v1/rollout/waves/:key/mails/:kind', { params: { key: wave, kind }, signal }),
    refetchInterval: ({ state }) => looksAgain(state.data ? [state.data.mail] : []),
  })

type Look = {
  readonly language: MailLanguage
  readonly personId: string | null
  readonly text: MailText
}

/** How a mail will look to somebody, as it is being written. */
export const mailPreview = (wave: string, kind: MailKind, look: Look) =>
  queryOptions({
    queryKey: [...key, 'preview', wave, kind, look],
    queryFn: ({ signal }) =>
      rolloutApi('POST /api/v1/rollout/waves/:key/mails/:kind/preview', {
        params: { key: wave, kind },
        body: look,
        signal,
      }),
  })

const fewCauses = 5

/** What people of a wave came to support with most. */
export const waveCauses = (wave: string) =>
  queryOptions({
    queryKey: [...key, 'causes', wave],
    queryFn: async ({ signal }) => {
      const { run } = await rolloutApi('GET /api/v1/rollout/waves/:key', { params: { key: wave }, signal })
      return run.causes.slice(0, fewCauses)
    },
  })

/** Shows an answer at once where its page reads it, and lets the others fetch theirs. */
export function useShown(): {
  readonly pilot: (view: PilotView) => void
  readonly mails: (view: WaveMails) => void
} {
  const queries = useQueryClient()
  const show = (queryKey: QueryKey, view: object) => {
    queries.setQueryData(queryKey, view)
    void queries.invalidateQueries({ queryKey: ['rollout'], predicate: (query) => query.queryKey !== queryKey })
  }
  return {
    pilot: (view) => show(pilot.queryKey, view),
    mails: (view) => show(waveMails(view.wave.key).queryKey, view),
  }
}
