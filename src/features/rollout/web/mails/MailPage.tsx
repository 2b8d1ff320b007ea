import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { type MailKind, mailKinds } from '../../domain/mails/mail.ts'
import { waveMail } from '../involvement-queries.ts'
import { useRolloutLive } from '../queries.ts'
import { MailView } from './MailView.tsx'

/** One mail to the people of a wave. */
export function MailPage() {
  const t = useWords('rollout')
  const { key = '', kind = '' } = usePathParams()
  const known = mailKinds.find((one) => one === kind)
  if (!known)
    return (
      <Page title={t('mails.title')} back={{ to: `/rollout/waves/${key}`, label: t('mails.toWave') }}>
        <EmptyState title={t('mails.noSuch')} />
      </Page>
    )
  return <Known key={`${key} ${known}`} wave={key} kind={known} />
}

function Known({ wave, kind }: { readonly wave: string; readonly kind: MailKind }) {
  const t = useWords('rollout')
  const query = useQuery(waveMail(wave, kind))
  useRolloutLive()
  if (query.data) return <MailView one={query.data} />
  return (
    <Page title={t(`mails.kinds.${kind}`)} back={{ to: `/rollout/waves/${wave}`, label: t('mails.toWave') }}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}
