import { useAttempt } from '#ui/notice/attempt.ts'
import type { MenuEntry } from '#ui/menu/EntryMenu.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MailLanguage, MailText, MailTiming } from '../../domain/mails/mail.ts'
import { mailLanguages } from '../../domain/mails/mail.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'

export type OneMail = Awaited<ReturnType<typeof rolloutApi<'GET /api/v1/rollout/waves/:key/mails/:kind'>>>
/** What somebody writes, with the version that they began from. */
export type MailDraft = MailText & { readonly timing: MailTiming; readonly version: number }

type Entries = { readonly isChanged: boolean; readonly onForget: () => void }

/** What can be done with a mail; what goes wrong is told in a notice. */
export function useMailActions({ wave, mail }: OneMail) {
  const t = useWords('rollout')
  const toast = useToast()
  const refresh = useRefreshRollout()
  const { working: busy, attempt } = useAttempt(useRefusals('rollout'))
  const params = { key: wave.key, kind: mail.kind }

  const does = (work: () => Promise<unknown>, done?: string): Promise<boolean> =>
    attempt(async () => {
      await work()
      await refresh()
      if (done) toast({ text: done, tone: 'success' })
    })

  const keep = ({ subject, body, timing, version }: MailDraft) =>
    does(
      () =>
        rolloutApi('PUT /api/v1/rollout/waves/:key/mails/:kind', {
          params,
          body: { subject, body, timing, version },
        }),
      t('mails.kept'),
    )
  const approve = async () => {
    await rolloutApi('POST /api/v1/rollout/waves/:key/mails/:kind/approval', {
      params,
      body: { version: mail.version },
    })
    await refresh()
  }
  const test = (language: MailLanguage) =>
    does(
      () => rolloutApi('POST /api/v1/rollout/waves/:key/mails/:kind/test', { params, body: { language } }),
      t('mails.tested'),
    )
  const pause = (paused: boolean) =>
    does(() => rolloutApi('POST /api/v1/rollout/waves/:key/mails/:kind/pause', { params, body: { paused } }))
  const withdraw = () =>
    does(() => rolloutApi('DELETE /api/v1/rollout/waves/:key/mails/:kind/approval', { params }))
  const reset = (to: 'previous' | 'ready') =>
    does(() =>
      rolloutApi('POST /api/v1/rollout/waves/:key/mails/:kind/reset', {
        params,
        body: { to, version: mail.version },
      }),
    )

  const entries = ({ isChanged, onForget }: Entries): readonly MenuEntry[] => [
    ...(isChanged ? [{ key: 'forget', text: t('mails.forget'), run: onForget }] : []),
    ...mailLanguages.map((language) => ({
      key: `test-${language}`,
      text: t(`mails.test.${language}`),
      run: () => void test(language),
      ...(isChanged ? { off: true, why: t('mails.keepFirst') } : {}),
    })),
    {
      key: 'pause',
      text: t(mail.paused ? 'mails.resume' : 'mails.pause'),
      run: () => void pause(mail.paused === null),
      apart: true,
      ...(mail.version === 0 ? { off: true, why: t('mails.notApprovedYet') } : {}),
    },
    {
      key: 'withdraw',
      text: t('mails.withdraw'),
      run: () => void withdraw(),
      ...(mail.approved ? {} : { off: true, why: t('mails.notApprovedYet') }),
    },
    { key: 'previous', text: t('mails.reset.previous'), run: () => void reset('previous'), apart: true },
    { key: 'ready', text: t('mails.reset.ready'), run: () => void reset('ready') },
  ]
  return { busy, keep, approve, entries }
}
