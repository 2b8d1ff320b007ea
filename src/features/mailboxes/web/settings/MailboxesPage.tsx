import { Badge, Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MailboxView } from '../../contract/mailbox-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { MailTabs } from '../MailTabs.tsx'
import { mailApi, mailboxes, mailKey } from '../queries.ts'
import { HealthLine } from './HealthLine.tsx'
import { MailboxDialog } from './MailboxDialog.tsx'

/** The mailboxes of the organisation, how they are doing, and their settings. */
export function MailboxesPage() {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('mailboxes')
  const query = useQuery(mailboxes)
  const [editing, setEditing] = useState<MailboxView | 'new' | null>(null)
  const [removing, setRemoving] = useState<MailboxView | null>(null)
  useLive('mail', () => void queries.invalidateQueries({ queryKey: mailKey }))
  return (
    <Page
      title={t('title')}
      state={t('mailboxes.intro')}
      action={
        <Button appearance="primary" icon={<AddRegular />} onClick={() => setEditing('new')}>
          {t('mailboxes.add')}
        </Button>
      }
    >
      <MailTabs at="/mail/mailboxes" />
      <Loaded query={query}>
        {(data) => (
          <div className={styles.stack}>
            {data.mailboxes.length === 0 && (
              <EmptyState title={t('mailboxes.none')} text={t('mailboxes.noneText')} />
            )}
            {data.mailboxes.map((mailbox) => (
              <MailboxCard
                key={mailbox.id}
                mailbox={mailbox}
                onChange={() => setEditing(mailbox)}
                onRemove={() => setRemoving(mailbox)}
              />
            ))}
            {editing && (
              <MailboxDialog
                mailbox={editing === 'new' ? null : editing}
                canBePrivate={data.canBePrivate}
                onClose={() => setEditing(null)}
              />
            )}
          </div>
        )}
      </Loaded>
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('mailboxes.removeOf', { address: removing?.address ?? '' })}
        text={t('mailboxes.removeText')}
        primary={t('mailboxes.remove')}
        onConfirm={async () => {
          if (!removing) return
          await mailApi('DELETE /api/v1/mailboxes/:id', { params: { id: removing.id } })
          await queries.invalidateQueries({ queryKey: mailKey })
        }}
        refusalWords={refusalWords}
        danger
      />
    </Page>
  )
}

type MailboxCardProps = {
  readonly mailbox: MailboxView
  readonly onChange: () => void
  readonly onRemove: () => void
}

function MailboxCard({ mailbox, onChange, onRemove }: MailboxCardProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const { address } = mailbox
  return (
    <Section
      title={address}
      card
      action={
        <div className={styles.row}>
          {!mailbox.enabled && <Badge appearance="outline">{t('mailboxes.off')}</Badge>}
          <Button size="small" aria-label={t('mailboxes.changeOf', { address })} onClick={onChange}>
            {t('mailboxes.change')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('mailboxes.removeOf', { address })}
            onClick={onRemove}
          >
            {t('mailboxes.remove')}
          </Button>
        </div>
      }
    >
      <KeyValues
        items={[
          { label: t('field.name'), value: mailbox.name },
          { label: t('mailboxes.in'), value: <Incoming mailbox={mailbox} /> },
          { label: t('mailboxes.out'), value: <Outgoing mailbox={mailbox} /> },
          { label: t('field.unknownSenders'), value: t(`unknownSenders.${mailbox.unknownSenders}`) },
        ]}
      />
    </Section>
  )
}

function Incoming({ mailbox }: { readonly mailbox: MailboxView }) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  return (
    <div className={styles.tight}>
      <span>
        {mailbox.imap
          ? t('mailboxes.imapAt', { host: mailbox.imap.host, folder: mailbox.imap.folder })
          : mailbox.receives === 'graph' && mailbox.graph
            ? t('mailboxes.graphAt', { user: mailbox.graph.user ?? mailbox.address, folder: mailbox.graph.folder })
            : t(`receives.${mailbox.receives}`)}
      </span>
      {(mailbox.imap || mailbox.receives === 'graph') && (
        <HealthLine health={mailbox.incoming} never={t('mailboxes.neverFetched')} />
      )}
    </div>
  )
}

function Outgoing({ mailbox }: { readonly mailbox: MailboxView }) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  if (mailbox.sends === 'none') return t('mailboxes.sendsNothing')
  return (
    <div className={styles.tight}>
      <span>{mailbox.smtp ? t('mailboxes.smtpAt', { host: mailbox.smtp.host }) : t('mailboxes.graphSends')}</span>
      <HealthLine health={mailbox.outgoing} never={t('mailboxes.neverSent')} />
    </div>
  )
}
