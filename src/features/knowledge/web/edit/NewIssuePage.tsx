import { Button } from '@fluentui/react-components'
import { useIntent } from '#ui/api/intent.ts'
import { useDraft } from '#ui/form/draft.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Page } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { knowledgeApi, useShown } from '../queries.ts'
import { emptyForm, textOf } from './issue-form.ts'
import { IssueFields } from './IssueFields.tsx'
import { RestoredBar } from './RestoredBar.tsx'
import { useMissing } from './what-is-missing.ts'

/** Writes down an issue that nobody had; what is typed is kept until it is saved. */
export function NewIssuePage() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const go = useGo()
  const shown = useShown()
  const draft = useDraft('knowledge.new', emptyForm)
  const { working, attempt } = useAttempt(useRefusals('knowledge'))
  const intent = useIntent()
  const missing = useMissing(draft.value)
  const save = (finished: boolean) =>
    attempt(async () => {
      const made = await knowledgeApi('POST /api/v1/knowledge/issues', {
        body: { text: textOf(draft.value, null), finished },
        key: intent.key(),
      })
      intent.done()
      draft.clear()
      go(`/knowledge/${made.id}`)
      await shown(made)
    })
  return (
    <Page
      title={t('edit.titleNew')}
      width="work"
      back={{ to: '/knowledge', label: t('toList') }}
      state={t('edit.intro')}
      action={
        <>
          <Button
            appearance="primary"
            disabledFocusable={missing !== null || working}
            onClick={() => missing === null && void save(true)}
          >
            {t('edit.saveReview')}
          </Button>
          <Button
            disabledFocusable={missing !== null || working}
            onClick={() => missing === null && void save(false)}
          >
            {t('edit.saveLater')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {draft.restored && <RestoredBar onDiscard={draft.clear} />}
        <IssueFields form={draft.value} onChange={(part) => draft.change((before) => ({ ...before, ...part }))} />
        {missing !== null && <p className={styles.plain}>{missing}</p>}
      </div>
    </Page>
  )
}
