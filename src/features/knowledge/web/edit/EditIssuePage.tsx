import { Button, Input, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo, usePathParams } from '#ui/pages/address.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { issue as issueOf, knowledgeApi, useShown } from '../queries.ts'
import { CompareSupplied } from './CompareSupplied.tsx'
import { formOf, textOf } from './issue-form.ts'
import { IssueFields } from './IssueFields.tsx'
import { RestoredBar } from './RestoredBar.tsx'
import { whatIsMissing } from './what-is-missing.ts'

/** Writes a new text of an issue, in both languages side by side. */
export function EditIssuePage() {
  const t = useWords('knowledge')
  const { id = '' } = usePathParams()
  const query = useQuery(issueOf(id))
  const [first, setFirst] = useState<IssueDetail | null>(null)
  // What others change while somebody types must not change what they began from.
  if (first === null && query.data) setFirst(query.data)
  const issue = first?.id === id ? first : (query.data ?? null)
  if (!issue) {
    return (
      <Page title={t('edit.title', { issue: '' })} back={{ to: `/knowledge/${id}`, label: t('toList') }}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  }
  return (
    <Editing
      key={`${issue.id}.${issue.lastVersion}`}
      issue={issue}
      newest={query.data ?? issue}
      onNewest={setFirst}
    />
  )
}

type EditingProps = {
  readonly issue: IssueDetail
  readonly newest: IssueDetail
  readonly onNewest: (issue: IssueDetail) => void
}

function Editing({ issue, newest, onNewest }: EditingProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const go = useGo()
  const toast = useToast()
  const shown = useShown()
  const draft = useDraft(`knowledge.${issue.id}`, { form: formOf(issue.latest), reason: '' })
  const { form, reason } = draft.value
  const { working, attempt } = useAttempt(useRefusals('knowledge'))
  const missing = whatIsMissing(form) ?? (reason.trim() === '' ? 'edit.reasonMissing' : null)
  const isStale = newest.lastVersion !== issue.lastVersion
  const isTrusted = issue.state === 'confirmed' || issue.state === 'published'
  const proposes = isTrusted && !issue.mayReview
  const save = () =>
    attempt(async () => {
      const changed = await knowledgeApi('POST /api/v1/knowledge/issues/:id/versions', {
        params: { id: issue.id },
        body: {
          seen: issue.lastVersion,
          text: textOf(form, issue.latest.graphFailureCategory),
          reason: reason.trim(),
        },
      })
      draft.clear()
      toast({ text: t(proposes ? 'edit.proposed' : 'edit.saved') })
      go(`/knowledge/${issue.id}`)
      await shown(changed)
    })
  return (
    <Page
      title={t('edit.title', { issue: issue.symptom[t.language] })}
      width="work"
      back={{ to: `/knowledge/${issue.id}`, label: t('card.open') }}
      state={t(issue.supplied && issue.version === 0 ? 'edit.supplied' : 'edit.intro')}
      action={
        <Button
          appearance="primary"
          disabledFocusable={missing !== null || isStale || working}
          onClick={() => missing === null && !isStale && void save()}
        >
          {t(proposes ? 'edit.saveReview' : 'edit.save')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {isStale && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('edit.changedElsewhere')}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => onNewest(newest)}>
                {t('edit.reload')}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {draft.restored && <RestoredBar onDiscard={draft.clear} />}
        {issue.suppliedText && issue.suppliedNews.length > 0 && (
          <CompareSupplied
            supplied={issue.suppliedText}
            ours={{ ...issue.latest, ...textOf(form, issue.latest.graphFailureCategory) }}
            news={issue.suppliedNews}
            onTake={(text) => draft.change((before) => ({ ...before, form: formOf(text) }))}
          />
        )}
        <IssueFields
          form={form}
          onChange={(part) => draft.change((before) => ({ ...before, form: { ...before.form, ...part } }))}
        />
        <FormField label={t('edit.reason')} required>
          <Input
            value={reason}
            maxLength={500}
            onChange={(_event, { value }) => draft.change((before) => ({ ...before, reason: value }))}
          />
        </FormField>
        {missing !== null && <p className={styles.plain}>{t(missing)}</p>}
      </div>
    </Page>
  )
}
