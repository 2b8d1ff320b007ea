import { Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import { issueOf } from '../../domain/known-issue.ts'
import { fromLocalMoment } from './local-moment.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

const channels = ['phone', 'chat', 'mail', 'in-person', 'portal'] as const
const outcomes = ['applied', 'not-reached', 'did-not-work'] as const
type Draft = {
  readonly channel: (typeof channels)[number]
  readonly outcome: (typeof outcomes)[number]
  readonly text: string
  readonly retry: string
}
const empty: Draft = { channel: 'phone', outcome: 'applied', text: '', retry: '' }

/** Tier 1 tells the requester and helps apply the solution; or could not, or it did not work. */
export function ContactMove({ shown, make, known = null, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft(`ticket.${shown.number}.contact`, {
    ...empty,
    text: known ? known.fix[t.language].join('\n') : '',
  })
  const { channel, outcome, text, retry } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const name = shown.people[shown.ticket.requesterId]?.name ?? ''
  const wording = shown.ticket.diagnosis?.wordingForRequester
  const issueId = issueOf(shown.ticket.diagnosis?.knownIssue ?? null)
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.contact.title', { name })}
      primary={t('moves.contact.primary')}
      canSubmit={text.trim() !== ''}
      why={t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({
          move: 'contact',
          channel,
          outcome,
          text,
          retryAt: outcome === 'not-reached' ? fromLocalMoment(retry) : null,
        })
        draft.clear()
      }}
    >
      {wording && (
        <section aria-label={t('moves.contact.wording', { name })}>
          <strong>{t('moves.contact.wording', { name })}</strong>
          <PlainText text={wording} />
        </section>
      )}
      {issueId !== null && <Slot name="tickets.knownIssue" of={{ ticketId: shown.ticket.id, issueId }} />}
      <FormField label={t('moves.contact.outcome')} required>
        <RadioGroup value={outcome} onChange={(_, { value }) => change({ outcome: value as Draft['outcome'] })}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={t.any(`moves.contact.outcomes.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      <FormField label={t('moves.contact.channel')} required>
        <Select value={channel} onChange={(_, { value }) => change({ channel: value as Draft['channel'] })}>
          {channels.map((one) => (
            <option key={one} value={one}>
              {t.any(`channel.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t.any(`moves.contact.texts.${outcome}`)} required>
        <Textarea value={text} onChange={(_, { value }) => change({ text: value })} rows={3} resize="vertical" />
      </FormField>
      {outcome === 'not-reached' && (
        <FormField label={t('moves.contact.retry')} hint={t('moves.contact.retryHint')}>
          <Input type="datetime-local" value={retry} onChange={(_, { value }) => change({ retry: value })} />
        </FormField>
      )}
    </MoveDialog>
  )
}
