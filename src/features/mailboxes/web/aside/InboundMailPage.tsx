import { Badge, Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { MailFrame } from '#ui/show/MailFrame.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useMailStyles } from '../mail-styles.ts'
import { useReasonWords } from '../mail-words.ts'
import { inboundMail, mailApi, mailKey } from '../queries.ts'

type Detail = Awaited<ReturnType<typeof mailApi<'GET /api/v1/inbound-mails/:id'>>>

/** One mail, shown without running or fetching anything, and what can be done with it. */
export function InboundMailPage() {
  const t = useWords('mailboxes')
  const { id = '' } = usePathParams()
  const query = useQuery(inboundMail(id))
  const title = query.data?.subject || t('mail.noSubject')
  return (
    <Page
      title={title}
      back={{ to: '/mail', label: t('title') }}
      action={query.data && <Actions mail={query.data} />}
    >
      <Loaded query={query}>{(mail) => <Content mail={mail} />}</Loaded>
    </Page>
  )
}

function Content({ mail }: { readonly mail: Detail }) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const reasonWords = useReasonWords()
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  return (
    <div className={styles.stack}>
      {mail.state === 'quarantined' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{reasonWords(mail.reason)}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={t('mail.about')} card>
        <KeyValues
          items={[
            { label: t('mail.from'), value: sender(mail) || t('aside.nobody') },
            { label: t('mail.to'), value: mail.mailbox.address },
            { label: t('mail.received'), value: <Time at={mail.receivedAt} form="both" /> },
            { label: t('mail.became'), value: <Became mail={mail} /> },
            ...(mail.marks.length > 0 || mail.sameMessageId
              ? [{ label: t('mail.marks'), value: <Marks mail={mail} /> }]
              : []),
          ]}
        />
        {isAdministrator && (
          <Link href={`/api/v1/inbound-mails/${mail.id}/raw`} download>
            {t('mail.raw')}
          </Link>
        )}
      </Section>
      <Section title={t('mail.content')} card>
        {mail.html ? (
          <MailFrame html={mail.html} title={t('mail.content')} />
        ) : mail.text ? (
          <PlainText text={mail.text} />
        ) : (
          <p className={styles.plain}>{t('mail.empty')}</p>
        )}
      </Section>
      {mail.attachments.length > 0 && (
        <Section title={t('mail.attachments')} card>
          <ul className={styles.list}>
            {mail.attachments.map((attachment, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- attachments have no other identity and never move
              <li key={index} className={styles.item}>
                <span className={styles.grow}>{attachment.name ?? t('mail.unnamed')}</span>
                <span className={`${styles.quiet} ${styles.small}`}>{attachment.type}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function sender({ fromName, fromAddress }: Detail): string {
  return [fromName, fromAddress && `<${fromAddress}>`].filter(Boolean).join(' ')
}

function Became({ mail }: { readonly mail: Detail }) {
  const t = useWords('mailboxes')
  const reasonWords = useReasonWords()
  if (mail.ticket === null) {
    const why = reasonWords(mail.reason)
    return why === '' || mail.state === 'quarantined' ? t(`state.${mail.state}`) : why
  }
  return (
    <PageLink to={`/tickets/${String(mail.ticket.number)}`}>
      {t('mail.ticket', { number: mail.ticket.number })}
    </PageLink>
  )
}

function Marks({ mail }: { readonly mail: Detail }) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const marks = [...mail.marks, ...(mail.sameMessageId ? ['same-message-id'] : [])]
  return (
    <span className={styles.row}>
      {marks.map((mark) => (
        <Badge key={mark} appearance="outline">
          {t.any(`mark.${mark}`)}
        </Badge>
      ))}
    </span>
  )
}

function Actions({ mail }: { readonly mail: Detail }) {
  const t = useWords('mailboxes')
  const queries = useQueryClient()
  const toast = useToast()
  const refusalWords = useRefusals('mailboxes')
  const say = useProblemText(refusalWords)
  const [asking, setAsking] = useState<'open' | 'discard' | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: mailKey })
  const isWaiting = mail.state === 'quarantined'
  const retry = async () => {
    try {
      const { state } = await mailApi('POST /api/v1/inbound-mails/:id/retry', { params: { id: mail.id } })
      toast({ text: t(state === 'quarantined' ? 'retry.same' : 'retry.done') })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
    await refresh()
  }
  const canOpen = isWaiting || mail.state === 'ignored' || mail.state === 'discarded'
  return (
    <>
      {isWaiting && <Button onClick={() => void retry()}>{t('retry.do')}</Button>}
      {(isWaiting || mail.state === 'ignored') && (
        <Button onClick={() => setAsking('discard')}>{t('discard.do')}</Button>
      )}
      {canOpen && (
        <Button appearance="primary" onClick={() => setAsking('open')}>
          {t('open.do')}
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'open'}
        onClose={() => setAsking(null)}
        title={t('open.do')}
        text={t('open.text', { sender: sender(mail) })}
        primary={t('open.do')}
        onConfirm={async () => {
          await mailApi('POST /api/v1/inbound-mails/:id/open', { params: { id: mail.id } })
          await refresh()
        }}
        refusalWords={refusalWords}
      />
      <ConfirmDialog
        open={asking === 'discard'}
        onClose={() => setAsking(null)}
        title={t('discard.do')}
        text={t('discard.text')}
        primary={t('discard.do')}
        onConfirm={async () => {
          await mailApi('POST /api/v1/inbound-mails/:id/discard', { params: { id: mail.id } })
          await refresh()
        }}
        refusalWords={refusalWords}
      />
    </>
  )
}
