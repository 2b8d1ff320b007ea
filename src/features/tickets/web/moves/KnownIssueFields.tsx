import { Input, Radio, RadioGroup } from '@fluentui/react-components'
import { Suspense } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Slot } from '#ui/pages/slots.tsx'
import { useWords } from '#ui/words/words.ts'
import { CodeChoice } from '#features/knowledge/web/CodeChoice.tsx'
import { KnownIssuePicker } from '#features/knowledge/web/KnownIssuePicker.tsx'
import { knowledgeApi } from '#features/knowledge/web/queries.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { ChosenIssue } from './chosen-issue.ts'

export const knownKinds = ['link', 'create', 'one-off'] as const
export type KnownKind = (typeof knownKinds)[number] | ''

type Props = {
  readonly ticketId: string
  readonly platform: Platform | null
  readonly required: boolean
  readonly kind: KnownKind
  readonly onKind: (kind: KnownKind) => void
  readonly text: string
  readonly onText: (text: string) => void
  /** The codes that were written in the ticket, and which of them are not of the issue. */
  readonly codes: readonly string[]
  readonly without: readonly string[]
  readonly onWithout: (codes: readonly string[]) => void
  readonly linked: ChosenIssue | null
  readonly onLink: (issue: ChosenIssue | null) => void
}

/** Whether it can come back: as a known issue that is there, as one that is written down now, or not. */
export function KnownIssueFields(props: Props) {
  const { ticketId, platform, required, kind, onKind, text, onText, linked, onLink } = props
  const { codes, without, onWithout } = props
  const t = useWords('tickets')
  const { attempt } = useAttempt()
  const choose = (id: string) =>
    attempt(async () => {
      const { text } = await knowledgeApi('GET /api/v1/knowledge/issues/:id', { params: { id } })
      const { symptom, cause, fix } = text
      onLink({ id, symptom, cause, fix })
    })
  return (
    <>
      <FormField label={t('moves.diagnose.known')} required={required}>
        <RadioGroup value={kind} onChange={(_, { value }) => onKind(value as KnownKind)}>
          <Radio value="link" label={t('moves.diagnose.link')} />
          <Radio value="create" label={t('moves.diagnose.create')} />
          <Radio value="one-off" label={t('moves.diagnose.oneOff')} />
        </RadioGroup>
      </FormField>
      {kind === 'link' && (
        <>
          <Slot name="tickets.knownIssues" of={{ ticketId, chosen: linked?.id ?? null, onChoose: onLink }} />
          {/* Its words come later: the dialog stays open meanwhile. */}
          <Suspense>
            <KnownIssuePicker
              value={linked?.id ?? null}
              onChange={(id) => (id === null ? onLink(null) : void choose(id))}
              platform={platform}
              label={t('moves.diagnose.search')}
            />
          </Suspense>
          {linked && <p role="status">{t('moves.diagnose.linked')}</p>}
        </>
      )}
      {(kind === 'create' || kind === 'one-off') && (
        <FormField
          label={kind === 'create' ? t('moves.diagnose.createTitle') : t('moves.diagnose.oneOffReason')}
          {...(kind === 'create' ? { hint: t('moves.diagnose.createHint') } : {})}
          required
        >
          <Input maxLength={300} value={text} onChange={(_, { value }) => onText(value)} />
        </FormField>
      )}
      {kind === 'create' && (
        <Suspense>
          <CodeChoice codes={codes} without={without} onWithout={onWithout} />
        </Suspense>
      )}
    </>
  )
}
