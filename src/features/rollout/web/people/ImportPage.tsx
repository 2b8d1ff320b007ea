import { Button, MessageBar, MessageBarBody, mergeClasses, ProgressBar, Select } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useIntent } from '#ui/api/intent.ts'
import { DropZone } from '#ui/files/DropZone.tsx'
import { useUploads } from '#ui/files/uploads.ts'
import type { UploadedFile } from '#ui/files/upload.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { announce } from '#ui/notice/announce.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rollout, rolloutApi, useRefreshRollout, useRolloutLive } from '../queries.ts'
import { RolloutTabs } from '../RolloutTabs.tsx'
import { ImportList } from './ImportList.tsx'
import { Preview } from './Preview.tsx'

function readAddress({ wave }: Search): { readonly wave: string | null } {
  return { wave: typeof wave === 'string' ? wave : null }
}

/** Brings people into waves from a file, after a look at what is in it and what it would change. */
export function ImportPage() {
  const t = useWords('rollout')
  const { text } = usePlanWords()
  const styles = useInvolvementStyles()
  const say = useProblemText(useRefusals('rollout', 'plan'))
  const toast = useToast()
  const intent = useIntent()
  const refresh = useRefreshRollout()
  useRolloutLive()
  const waves = useQuery(rollout).data?.phases.flatMap((phase) => phase.waves) ?? []
  const [{ wave }, change] = useAddress(readAddress)
  const [file, setFile] = useState<UploadedFile | null>(null)

  const look = useMutation({
    mutationFn: (given: { fileId: string; wave: string | null }) =>
      rolloutApi('POST /api/v1/rollout/imports/preview', { body: given }),
    onSuccess: ({ errorCount, file: { rows } }) =>
      announce(
        errorCount > 0 ? t('import.foundErrors', { count: errorCount }) : t('import.read', { count: rows }),
      ),
  })
  const bringIn = useMutation({
    mutationFn: (given: { fileId: string; wave: string | null; seen: string }) =>
      rolloutApi('POST /api/v1/rollout/imports', { body: given, key: intent.key() }),
    onSuccess: async ({ added, changed }) => {
      intent.done()
      again()
      toast({ text: t('import.done', { added, changed }), tone: 'success' })
      await refresh()
    },
  })
  const open = (given: UploadedFile, chosen: string | null = wave) => {
    setFile(given)
    intent.done()
    bringIn.reset()
    look.mutate({ fileId: given.id, wave: chosen })
  }
  const again = () => {
    setFile(null)
    look.reset()
    bringIn.reset()
  }
  const uploads = useUploads((given) => open(given))
  const [sending] = uploads.sending
  const problem = sending?.error ?? look.error ?? bringIn.error
  const preview = file && look.data
  return (
    <Page
      title={t('import.title')}
      width="work"
      back={{ to: '/rollout', label: t('waves.title') }}
      state={file ? file.name : t('import.intro')}
    >
      <RolloutTabs at="/rollout/people" />
      {problem ? <Alert>{say(problem).sentence}</Alert> : null}
      <div className={styles.wide}>
        {!preview && (
          <div className={styles.stack}>
            <FormField label={t('import.wave')} hint={t('import.waveHint')}>
              <Select
                value={wave ?? ''}
                onChange={(_, { value }) => change({ wave: value === '' ? null : value })}
              >
                <option value="">{t('import.byFile')}</option>
                {waves.map((one) => (
                  <option key={one.key} value={one.key}>
                    {text(one.name)}
                  </option>
                ))}
              </Select>
            </FormField>
            <DropZone
              label={t('import.choose')}
              hint={t('import.drop')}
              icon={<DocumentRegular aria-hidden />}
              accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
              main
              off={look.isPending || (sending !== undefined && !sending.error)}
              onFiles={([given]) => {
                if (!given) return
                for (const { key } of uploads.sending) uploads.stop(key)
                look.reset()
                uploads.send([{ file: given, name: given.name }])
              }}
            />
            {(look.isPending || (sending && !sending.error)) && <ProgressBar aria-label={t('import.reading')} />}
            <p className={mergeClasses(styles.plain, styles.quiet)}>{t('import.columns')}</p>
          </div>
        )}
        {file && preview && (
          <Preview preview={preview}>
            <div className={styles.row}>
              {preview.seen !== null && (
                <Button
                  appearance="primary"
                  disabledFocusable={
                    bringIn.isPending || preview.counts.added + preview.counts.changed === 0 || bringIn.isError
                  }
                  onClick={() => bringIn.mutate({ fileId: file.id, wave, seen: preview.seen ?? '' })}
                >
                  {t('import.primary', { count: preview.counts.added + preview.counts.changed })}
                </Button>
              )}
              {bringIn.error && <Button onClick={() => open(file)}>{t('import.lookAgain')}</Button>}
              <Button onClick={again}>{t('import.other')}</Button>
            </div>
            {bringIn.isPending && <ProgressBar aria-label={t('import.bringing')} />}
            {preview.counts.added + preview.counts.changed === 0 && preview.seen !== null && (
              <MessageBar intent="info">
                <MessageBarBody>{t('import.nothingNew')}</MessageBarBody>
              </MessageBar>
            )}
          </Preview>
        )}
        <ImportList />
      </div>
    </Page>
  )
}
