import { Button } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntent } from '#ui/api/intent.ts'
import { announce } from '#ui/notice/announce.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useGo } from '#ui/pages/address.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { draft as draftQuery, planApi } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { FileErrors } from './FileErrors.tsx'
import { FileSource, type GivenFile } from './FileSource.tsx'
import { FileSummary } from './FileSummary.tsx'

/** Brings a plan file in as the draft, after a look at what it is and what it changes. */
export function ImportPage() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const queries = useQueryClient()
  const go = useGo()
  const toast = useToast()
  const say = useProblemText()
  const intent = useIntent()
  const [file, setFile] = useState<GivenFile | null>(null)

  const look = useMutation({
    mutationFn: ({ text }: GivenFile) => planApi('POST /api/v1/plan/draft/file/preview', { body: { text } }),
    onSuccess: ({ plan, errors }) =>
      announce(plan ? t('file.import.read') : t('file.import.found', { count: errors.length })),
  })
  const preview = look.data
  const bringIn = useMutation({
    mutationFn: ({ text, revision }: { text: string; revision: number | null }) =>
      planApi('POST /api/v1/plan/draft/file', { body: { text, revision }, key: intent.key() }),
    onSuccess: async (made) => {
      intent.done()
      queries.setQueryData(draftQuery.queryKey, made)
      toast({ text: t('file.imported', { number: made.number }), tone: 'success' })
      go('/plan/draft')
      await queries.invalidateQueries({ queryKey: ['plan'] })
    },
  })

  const open = (given: GivenFile) => {
    setFile(given)
    intent.done()
    bringIn.reset()
    look.mutate(given)
  }
  const again = () => {
    setFile(null)
    look.reset()
    bringIn.reset()
  }
  const isReplaced = preview !== undefined && preview.revision !== null
  const problem = look.error ?? bringIn.error

  return (
    <Page
      title={t('file.import.title')}
      back={{ to: '/plan', label: t('page.title') }}
      state={file ? (file.name ?? t('file.import.pasted')) : t('file.import.intro')}
    >
      {problem && <Alert>{say(problem).sentence}</Alert>}
      {(!file || !preview) && <FileSource busy={look.isPending} onFile={open} />}
      {file && preview && (
        <div className={styles.column}>
          {preview.errors.length > 0 && <FileErrors preview={preview} text={file.text} />}
          <FileSummary preview={preview} />
          {preview.plan && isReplaced && preview.against && (
            <p className={styles.plain}>{t('file.import.replaces', { number: preview.against.number })}</p>
          )}
          <div className={styles.row}>
            {preview.plan && (
              <Button
                appearance="primary"
                disabledFocusable={bringIn.isPending}
                onClick={() => bringIn.mutate({ text: file.text, revision: preview.revision })}
              >
                {isReplaced ? t('file.import.replace') : t('file.import.begin')}
              </Button>
            )}
            {bringIn.error && <Button onClick={() => open(file)}>{t('file.import.lookAgain')}</Button>}
            <Button onClick={again}>{t('file.import.other')}</Button>
          </div>
        </div>
      )}
    </Page>
  )
}
