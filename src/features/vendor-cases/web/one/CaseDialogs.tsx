import { Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { CaseView, MailView } from '../../contract/answers.ts'
import { caseApi, useShowCase } from '../queries.ts'
import type { CaseMove } from './case-move.ts'

type Props = {
  readonly move: CaseMove
  readonly mail: MailView | null
  readonly view: CaseView
  readonly open: boolean
  readonly onClose: () => void
}

/** The dialog of each move on a case. */
export function CaseDialogs({ move, ...props }: Props) {
  switch (move) {
    case 'answer':
      return <AnswerDialog {...props} />
    case 'next':
      return <NextDialog {...props} />
    case 'details':
      return <DetailsDialog {...props} />
    case 'close':
      return <CloseDialog {...props} />
  }
}

type DialogProps = Omit<Props, 'move'>

function AnswerDialog({ mail, view, open, onClose }: DialogProps) {
  const t = useWords('vendor-cases')
  const show = useShowCase()
  const refusalWords = useRefusals('vendor-cases', 'tickets')
  const { id } = view.case
  const draft = useDraft(`vendor-case.${id}.answer.${mail?.id ?? 'own'}`, mail?.text ?? '')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('answer.title')}
      intro={t('answer.intro', { tier: view.ownTier })}
      primary={t('answer.primary')}
      canSubmit={draft.value.trim() !== ''}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await show(
          await caseApi('POST /api/v1/vendor-cases/:id/answered', { params: { id }, body: { text: draft.value } }),
        )
        draft.clear()
      }}
    >
      <FormField label={t('answer.text')} hint={t('answer.hint')} required>
        <Textarea
          value={draft.value}
          rows={8}
          resize="vertical"
          onChange={(_, { value }) => draft.change(value)}
        />
      </FormField>
    </MoveDialog>
  )
}

function NextDialog({ view, open, onClose }: DialogProps) {
  const t = useWords('vendor-cases')
  const show = useShowCase()
  const refusalWords = useRefusals('vendor-cases')
  const { id, supplier, next } = view.case
  const [by, setBy] = useState(next.by)
  const [what, setWhat] = useState(next.what)
  const [at, setAt] = useState(next.at ? localMoment(next.at) : '')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('next.title')}
      primary={t('next.primary')}
      canSubmit={what.trim() !== ''}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const body = { version: view.version, by, what, at: at === '' ? null : new Date(at).toISOString() }
        await show(await caseApi('PUT /api/v1/vendor-cases/:id/next', { params: { id }, body }))
      }}
    >
      <FormField label={t('next.by')}>
        <RadioGroup
          layout="horizontal"
          value={by}
          onChange={(_, { value }) => setBy(value === 'us' ? 'us' : 'vendor')}
        >
          <Radio value="vendor" label={t('next.vendor', { supplier })} />
          <Radio value="us" label={t('next.us')} />
        </RadioGroup>
      </FormField>
      <FormField label={t('next.what')} hint={t('next.whatHint')} required>
        <Input value={what} maxLength={500} onChange={(_, { value }) => setWhat(value)} />
      </FormField>
      <FormField label={t('next.at')} hint={t('next.atHint')}>
        <Input type="datetime-local" value={at} onChange={(_, { value }) => setAt(value)} />
      </FormField>
    </MoveDialog>
  )
}

/** As the browser's field for a moment takes it, in the reader's own zone. */
function localMoment(at: string): string {
  const moment = new Date(at)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function DetailsDialog({ view, open, onClose }: DialogProps) {
  const t = useWords('vendor-cases')
  const show = useShowCase()
  const refusalWords = useRefusals('vendor-cases')
  const { id, supplier } = view.case
  const [number, setNumber] = useState(view.case.caseNumber ?? '')
  const [name, setName] = useState(view.contact.name ?? '')
  const [address, setAddress] = useState(view.contact.address ?? '')
  const filled = (text: string) => (text.trim() === '' ? null : text.trim())
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('details.title')}
      intro={t('details.intro', { supplier })}
      primary={t('details.primary')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const body = {
          version: view.version,
          caseNumber: filled(number),
          contactName: filled(name),
          contactAddress: filled(address),
        }
        await show(await caseApi('PUT /api/v1/vendor-cases/:id/details', { params: { id }, body }))
      }}
    >
      <FormField label={t('details.number')}>
        <Input value={number} maxLength={100} onChange={(_, { value }) => setNumber(value)} />
      </FormField>
      <FormField label={t('details.name')}>
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <FormField label={t('details.address')}>
        <Input type="email" value={address} maxLength={254} onChange={(_, { value }) => setAddress(value)} />
      </FormField>
    </MoveDialog>
  )
}

function CloseDialog({ view, open, onClose }: DialogProps) {
  const t = useWords('vendor-cases')
  const show = useShowCase()
  const refusalWords = useRefusals('vendor-cases')
  const { id, supplier } = view.case
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('closing.title')}
      intro={t('closing.text', { supplier })}
      primary={t('closing.primary')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await show(await caseApi('POST /api/v1/vendor-cases/:id/close', { params: { id } }))
      }}
    />
  )
}
