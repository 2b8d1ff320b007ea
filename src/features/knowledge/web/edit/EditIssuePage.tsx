import { Button, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormField } from '#ui/form/FormField.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo, usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { differingParts, type IssueText } from '../../domain/issue-text.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { issue as issueOf, knowledgeApi, knowledgeKey, useKnowledgeLive, useShown } from '../queries.ts'
import { CompareTexts } from './CompareTexts.tsx'
import { useEditing } from './editing.ts'
import { textOf } from './issue-form.ts'
import { IssueFields } from './IssueFields.tsx'
import { RestoredBar } from './RestoredBar.tsx'
import { useMissing } from './what-is-missing.ts'

/** Writes a new text of an issue, in both languages side by side. */
export function EditIssuePage() {
  const t = useWords('knowledge')
  const { id = '' } = usePathParams()
  const query = useQuery(issueOf(id))
  useKnowledgeLive()
  if (query.data) return <Editing key={id} issue={query.data} />
  return (
    <Page title={t('moves.edit')} back={{ to: `/knowledge/${id}`, label: t('toList') }}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

function Editing({ issue }: { readonly issue: IssueDetail }) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const go = useGo()
  const toast = useToast()
  const shown = useShown()
  const queryClient = useQueryClient()
  const editing = useEditing(issue)
  const { form, reason, news } = editing
  const { working, attempt } = useAttempt(useRefusals('knowledge'))
  const unwritten = useMissing(form)
  const missing =
    news.length > 0
      ? t('edit.decideFirst')
      : (unwritten ?? (reason.trim() === '' ? t('edit.reasonMissing') : null))
  const isTrusted = issue.state === 'confirmed' || issue.state === 'published'
  const proposes = isTrusted && !issue.mayReview
  const save = async () => {
    const isSaved = await attempt(async () => {
      const changed = await knowledgeApi('POST /api/v1/knowledge/issues/:id/versions', {
        params: { id: issue.id },
        body: {
          seen: issue.lastVersion,
          text: textOf(form, issue.latest.graphFailureCategory),
          reason: reason.trim(),
        },
      })
      editing.clear()
      toast({ text: t(proposes ? 'edit.proposed' : 'edit.saved') })
      go(`/knowledge/${issue.id}`)
      await shown(changed)
    })
    // What it was refused for may be that somebody else wrote meanwhile: then their text has to be seen.
    if (!isSaved) await queryClient.invalidateQueries({ queryKey: knowledgeKey })
  }
  return (
    <Page
      title={t('edit.title', { issue: issue.symptom[t.language].replace(/\.$/, '') })}
      width="work"
      back={{ to: `/knowledge/${issue.id}`, label: t('card.open') }}
      state={t(issue.supplied && issue.version === 0 ? 'edit.supplied' : 'edit.intro')}
      action={
        <Button
          appearance="primary"
          disabledFocusable={missing !== null || working}
          onClick={() => missing === null && void save()}
        >
          {t(proposes ? 'edit.saveReview' : 'edit.save')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {news.length > 0 && !working && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('edit.changedElsewhere')}</MessageBarBody>
          </MessageBar>
        )}
        {editing.restored && <RestoredBar onDiscard={editing.clear} />}
        <CompareTexts
          title={t('others.title')}
          intro={t('others.intro')}
          says={{ ours: t('others.ours'), theirs: t('others.theirs'), both: t('others.both') }}
          ours={editing.text}
          theirs={editing.theirs}
          news={working ? [] : [...news]}
          onTake={editing.take}
          onKeep={editing.keep}
        />
        {issue.suppliedText && issue.suppliedNews.length > 0 && (
          <CompareSupplied supplied={issue.suppliedText} issue={issue} editing={editing} />
        )}
        <IssueFields form={form} onChange={editing.onForm} />
        <FormField label={t('edit.reason')} required>
          <Input value={reason} maxLength={500} onChange={(_event, { value }) => editing.onReason(value)} />
        </FormField>
        {missing !== null && <p className={styles.plain}>{missing}</p>}
      </div>
    </Page>
  )
}

type CompareSuppliedProps = {
  readonly supplied: IssueDetail['text']
  readonly issue: IssueDetail
  readonly editing: ReturnType<typeof useEditing>
}

/** What is new in the supplied text; what is not taken over stays as it is. */
function CompareSupplied({ supplied, issue, editing }: CompareSuppliedProps) {
  const t = useWords('knowledge')
  const open = new Set(differingParts(editing.text as IssueText, supplied as IssueText))
  return (
    <CompareTexts
      title={t('compare.title')}
      intro={t('compare.intro')}
      says={{ ours: t('compare.ours'), theirs: t('compare.supplied'), both: t('compare.conflicts') }}
      ours={editing.text}
      theirs={supplied}
      news={issue.suppliedNews.filter(({ part }) => open.has(part))}
      onTake={(part) => editing.takeSupplied(part, supplied)}
    />
  )
}
