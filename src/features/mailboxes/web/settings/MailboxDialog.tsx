import { Checkbox, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MailboxView } from '../../contract/mailbox-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { mailApi, mailKey } from '../queries.ts'
import { CheckButton } from './CheckButton.tsx'
import { GraphFieldset } from './GraphFieldset.tsx'
import { fieldsOf, inputOf, isComplete, type MailboxFields, usesGraph } from './mailbox-form.ts'
import { ServerFieldset } from './ServerFieldset.tsx'

export type MailboxDialogProps = {
  readonly mailbox: MailboxView | null
  readonly canBePrivate: boolean
  readonly onClose: () => void
}

const receivings = ['imap', 'graph', 'smtp', 'none'] as const
const sendings = ['smtp', 'graph', 'none'] as const
const policies = ['open', 'quarantine'] as const

/** Adds or changes a mailbox; its settings can be tried before they are kept. */
export function MailboxDialog({ mailbox: before, canBePrivate, onClose }: MailboxDialogProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('mailboxes')
  const [fields, setFields] = useState<MailboxFields>(() => fieldsOf(before))
  const change = (part: Partial<MailboxFields>) => setFields((now) => ({ ...now, ...part }))
  const complete = isComplete(fields)

  const submit = async () => {
    const body = inputOf(fields)
    if (before) await mailApi('PUT /api/v1/mailboxes/:id', { params: { id: before.id }, body })
    else await mailApi('POST /api/v1/mailboxes', { body })
    await queries.invalidateQueries({ queryKey: mailKey })
  }

  return (
    <MoveDialog
      open
      onClose={onClose}
      title={before ? t('mailboxes.changeOf', { address: before.address }) : t('mailboxes.add')}
      primary={t('mailboxes.keep')}
      onSubmit={submit}
      canSubmit={complete}
      why={t('mailboxes.missing')}
      refusalWords={refusalWords}
      size="large"
    >
      <div className={styles.two}>
        <FormField label={t('field.address')} required>
          <Input
            type="email"
            value={fields.address}
            maxLength={254}
            onChange={(_, { value }) => change({ address: value })}
          />
        </FormField>
        <FormField label={t('field.name')} hint={t('field.nameHint')} required>
          <Input value={fields.name} maxLength={200} onChange={(_, { value }) => change({ name: value })} />
        </FormField>
      </div>
      <FormField label={t('field.receives')} required>
        <RadioGroup
          value={fields.receives}
          onChange={(_, { value }) => change({ receives: value as MailboxFields['receives'] })}
        >
          {receivings.map((one) => (
            <Radio key={one} value={one} label={t(`receives.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      {fields.receives === 'imap' && (
        <ServerFieldset
          legend={t('mailboxes.imap')}
          value={fields.imap}
          onChange={(part) => change({ imap: { ...fields.imap, ...part } })}
          needsUser
          passwordKept={before?.hasImapPassword ?? false}
          canBePrivate={canBePrivate}
        >
          <div className={styles.two}>
            <FormField label={t('field.folder')} required>
              <Input
                value={fields.imap.folder}
                onChange={(_, { value }) => change({ imap: { ...fields.imap, folder: value } })}
              />
            </FormField>
            <FormField label={t('field.processedFolder')} hint={t('field.processedHint')} required>
              <Input
                value={fields.imap.processedFolder}
                onChange={(_, { value }) => change({ imap: { ...fields.imap, processedFolder: value } })}
              />
            </FormField>
          </div>
        </ServerFieldset>
      )}
      {fields.receives !== 'none' && (
        <FormField label={t('field.unknownSenders')} required>
          <RadioGroup
            value={fields.unknownSenders}
            onChange={(_, { value }) => change({ unknownSenders: value as MailboxFields['unknownSenders'] })}
          >
            {policies.map((one) => (
              <Radio key={one} value={one} label={t(`unknownSenders.${one}`)} />
            ))}
          </RadioGroup>
        </FormField>
      )}
      <FormField label={t('field.sends')} required>
        <RadioGroup
          value={fields.sends}
          onChange={(_, { value }) => change({ sends: value as MailboxFields['sends'] })}
        >
          {sendings.map((one) => (
            <Radio key={one} value={one} label={t(`sends.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      {fields.sends === 'smtp' && (
        <ServerFieldset
          legend={t('mailboxes.smtp')}
          value={fields.smtp}
          onChange={(part) => change({ smtp: { ...fields.smtp, ...part } })}
          needsUser={false}
          passwordKept={before?.hasSmtpPassword ?? false}
          canBePrivate={canBePrivate}
        />
      )}
      {usesGraph(fields) && (
        <GraphFieldset
          value={fields.graph}
          reads={fields.receives === 'graph'}
          onChange={(part) => change({ graph: { ...fields.graph, ...part } })}
        />
      )}
      {fields.sends !== 'none' && fields.receives !== 'none' && (
        <Checkbox
          checked={fields.subAddresses}
          label={t('field.subAddresses')}
          onChange={(_, { checked }) => change({ subAddresses: checked === true })}
        />
      )}
      <Checkbox
        checked={fields.enabled}
        label={t('field.enabled')}
        onChange={(_, { checked }) => change({ enabled: checked === true })}
      />
      <CheckButton id={before?.id ?? null} fields={fields} complete={complete} />
    </MoveDialog>
  )
}
