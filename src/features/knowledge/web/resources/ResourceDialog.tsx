import { Input, Select } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import { knowledgeApi, knowledgeKey } from '../queries.ts'

export type ResourceDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** The issue that it is about; left out: of a tier, or for everybody. */
  readonly issueId?: string
}

const kinds = ['documentation', 'forum', 'tool', 'own'] as const
const empty = { kind: 'documentation', title: '', url: 'https://', tier: '' }

/** Adds a link. */
export function ResourceDialog({ open, onClose, issueId }: ResourceDialogProps) {
  const t = useWords('knowledge')
  const queryClient = useQueryClient()
  const draft = useDraft(`knowledge.resource.${issueId ?? 'all'}`, empty)
  const { kind, title, url, tier } = draft.value
  const change = (part: Partial<typeof empty>) => draft.change((before) => ({ ...before, ...part }))
  const isUrl = /^https?:\/\/\S+\.\S+$/.test(url.trim())
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('resources.add')}
      primary={t('resources.add')}
      refusalWords={useRefusals('knowledge')}
      canSubmit={title.trim() !== '' && isUrl}
      onSubmit={async () => {
        await knowledgeApi('POST /api/v1/knowledge/resources', {
          body: {
            kind: kinds.find((one) => one === kind) ?? 'documentation',
            title: title.trim(),
            url: url.trim(),
            issueId: issueId ?? null,
            tier: tier === '' ? null : Number(tier),
          },
        })
        draft.clear()
        await queryClient.invalidateQueries({ queryKey: knowledgeKey })
      }}
    >
      <FormField label={t('resources.name')} required>
        <Input value={title} maxLength={200} onChange={(_event, data) => change({ title: data.value })} />
      </FormField>
      <FormField label={t('resources.url')} hint={t('resources.urlHint')} required>
        <Input type="url" value={url} maxLength={2000} onChange={(_event, data) => change({ url: data.value })} />
      </FormField>
      <FormField label={t('resources.kind')} required>
        <Select value={kind} onChange={(_event, data) => change({ kind: data.value })}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`resources.kinds.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {issueId === undefined && (
        <FormField label={t('resources.tier')} required>
          <Select value={tier} onChange={(_event, data) => change({ tier: data.value })}>
            <option value="">{t('resources.everybody')}</option>
            {[1, 2, 3].map((one) => (
              <option key={one} value={String(one)}>
                {t('resources.forTier', { tier: one })}
              </option>
            ))}
          </Select>
        </FormField>
      )}
    </MoveDialog>
  )
}
