import { Input, Select, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { asksFor } from '#features/plan/domain/lookup.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import { type EvidenceDrafts, EvidenceFields, givenEvidence } from '../moves/EvidenceFields.tsx'
import { ticketApi } from '../queries.ts'
import { type Chosen, PersonField } from './PersonField.tsx'

type Draft = {
  readonly requester: Chosen | null
  readonly subject: string
  readonly description: string
  readonly category: string
  readonly platform: Platform | ''
  readonly evidence: EvidenceDrafts
  readonly files: readonly UploadedFile[]
}
const empty: Draft = {
  requester: null,
  subject: '',
  description: '',
  category: '',
  platform: '',
  evidence: {},
  files: [],
}

type Props = { readonly open: boolean; readonly plan: SupportPlan; readonly onClose: () => void }

/** Opens a ticket for somebody who calls or walks in; what is typed stays until it is sent. */
export function OpenTicketDialog({ open, plan, onClose }: Props) {
  const t = useWords('tickets')
  const refusalWords = useRefusals('tickets')
  const go = useGo()
  const toast = useToast()
  // Closing goes to what was opened: two navigations at once would undo each other.
  const opened = useRef<number | null>(null)
  const queries = useQueryClient()
  const draft = useDraft('ticket.new', empty)
  const { requester, subject, description, category, platform, evidence, files } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const isComplete = requester !== null && subject.trim() !== '' && description.trim() !== ''
  const asked = asksFor(plan, category === '' ? null : category, platform === '' ? null : platform)
  const offered = plan.process.categories.find((one) => one.key === category)?.platforms ?? []
  const choices = offered.length === 0 ? platforms : platforms.filter((one) => offered.includes(one))
  return (
    <MoveDialog
      open={open}
      onClose={() => {
        const number = opened.current
        opened.current = null
        if (number === null) onClose()
        else go(`/tickets/${number}`)
      }}
      size="large"
      title={t('open.title')}
      intro={t('open.intro')}
      primary={t('open.primary')}
      canSubmit={isComplete}
      why={t('open.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const answer = await ticketApi('POST /api/v1/tickets', {
          body: {
            subject,
            description,
            ...(requester ? { requesterId: requester.id } : {}),
            category: category === '' ? null : category,
            platform: platform === '' ? null : platform,
            evidence: givenEvidence(evidence).filter(({ key }) => asked.some((item) => item.key === key)),
            files: files.map((file) => file.id),
          },
        })
        draft.clear()
        toast({ text: t('open.done', { number: answer.number }), tone: 'success' })
        opened.current = answer.number
        void queries.invalidateQueries({ queryKey: ['tickets'] })
      }}
    >
      <PersonField value={requester} onChange={(chosen) => change({ requester: chosen })} />
      <FormField label={t('open.subject')} required>
        <Input value={subject} maxLength={200} onChange={(_, { value }) => change({ subject: value })} />
      </FormField>
      <FormField label={t('open.description')} hint={t('open.descriptionHint')} required>
        <Textarea
          value={description}
          onChange={(_, { value }) => change({ description: value })}
          rows={4}
          resize="vertical"
        />
      </FormField>
      <FormField label={t('category')}>
        <Select value={category} onChange={(_, { value }) => change({ category: value, platform: '' })}>
          <option value="">{t('open.notChosen')}</option>
          {plan.process.categories.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name[t.language]}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('platform')}>
        <Select value={platform} onChange={(_, { value }) => change({ platform: value as Platform | '' })}>
          <option value="">{t('open.notChosen')}</option>
          {choices.map((one) => (
            <option key={one} value={one}>
              {t.any(`platforms.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <EvidenceFields
        items={asked.map((item) => ({ ...item, required: false }))}
        value={evidence}
        onChange={(value) => change({ evidence: value })}
      />
      <FileDrop label={t('open.files')} files={files} onChange={(changed) => change({ files: changed })} />
    </MoveDialog>
  )
}
