import { Button, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useIntent } from '#ui/api/intent.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState, ErrorState } from '#ui/page/states.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { asRequester, portalApi, questions, ticketApi } from '../queries.ts'
import { Choice } from './Choice.tsx'
import type { Tried } from './FirstAid.tsx'
import { PlatformChoice } from './PlatformChoice.tsx'
import { Questions } from './Questions.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalXXL, fontSize: tokens.fontSizeBase400 },
})

type Draft = {
  readonly trouble: string
  readonly platform: Platform | ''
  readonly subject: string
  readonly description: string
  readonly answers: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
  /** First aid that did not help. */
  readonly tried: readonly Tried[]
}
const empty: Draft = {
  ...{ trouble: '', platform: '', subject: '', description: '' },
  ...{ answers: {}, files: [], tried: [] },
}

const FirstAid = onDemand(() => import('./FirstAid.tsx').then((module) => module.FirstAid))
const later = [FirstAid]

/** What goes wrong, on what, in your own words, with a picture: and off it goes. */
export function ReportPage() {
  const t = useWords('portal')
  const asked = useQuery(questions)
  const [sent, setSent] = useState<RequesterTicket | null>(null)
  const [solved, setSolved] = useState(false)
  useFetchedWhenIdle(later)
  if (sent)
    return (
      <Page title={t('report.sent')}>
        <p role="status">
          {t('report.sentText', { number: sent.number })}
          {sent.hearsBefore && (
            <>
              {' '}
              {t('hearsBefore')} <Time at={sent.hearsBefore} />
            </>
          )}
        </p>
        <ButtonLink to={`/portal/tickets/${sent.number}`} appearance="primary">
          {t('report.follow')}
        </ButtonLink>
      </Page>
    )
  if (solved)
    return (
      <Page title={t('aid.good')} back={{ to: '/portal', label: t('mine.title') }}>
        <p role="status">{t('aid.goodText')}</p>
        <div>
          <Button onClick={() => setSolved(false)}>{t('aid.reportAfterAll')}</Button>
        </div>
      </Page>
    )
  return (
    <Page title={t('report.title')} back={{ to: '/portal', label: t('mine.title') }}>
      <Loaded query={asked}>
        {({ troubles }) =>
          troubles.length === 0 ? (
            <EmptyState title={t('report.closed')} text={t('report.closedText')} />
          ) : (
            <ReportForm troubles={troubles} onSent={setSent} onSolved={() => setSolved(true)} />
          )
        }
      </Loaded>
    </Page>
  )
}

type Troubles = NonNullable<Awaited<ReturnType<NonNullable<typeof questions.queryFn>>>>['troubles']
type FormProps = {
  readonly troubles: Troubles
  readonly onSent: (ticket: RequesterTicket) => void
  /** It works already, and nothing is reported. */
  readonly onSolved: () => void
}

function ReportForm({ troubles, onSent, onSolved }: FormProps) {
  const t = useWords('portal')
  const styles = useStyles()
  const draft = useDraft('portal.report', empty, 2)
  const intent = useIntent()
  const [working, setWorking] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { trouble, platform, subject, description, answers, files, tried } = draft.value
  const change = (part: Partial<Draft>) => {
    intent.done()
    draft.change((before) => ({ ...before, ...part }))
  }
  const chosen = troubles.find((one) => one.key === trouble)
  const asksHere = chosen?.asks.find((one) => one.platform === platform)
  const askedHere = asksHere?.questions ?? []
  // What was tried goes along by itself, and in words where the plan asks for them.
  const triedText = tried.map(({ title }) => t('aid.tried', { title })).join('\n')
  const triedKey = triedText === '' ? null : (asksHere?.tried ?? null)
  const complete = subject.trim() !== '' && description.trim() !== ''

  const send = async () => {
    setWorking(true)
    setError(null)
    try {
      const answer = await ticketApi('POST /api/v1/tickets', {
        query: { as: 'requester' },
        key: intent.key(),
        body: {
          subject,
          description,
          category: trouble === '' ? null : trouble,
          platform: platform === '' ? null : platform,
          evidence: [
            ...askedHere
              .filter((one) => (answers[one.key] ?? '').trim() !== '')
              .map((one) => ({ key: one.key, value: answers[one.key] ?? '' })),
            ...(triedKey === null ? [] : [{ key: triedKey, value: triedText }]),
          ],
          files: files.map((file) => file.id),
          tried: tried.map(({ id }) => id),
        },
      })
      intent.done()
      draft.clear()
      onSent(asRequester(answer))
    } catch (cause) {
      setError(cause)
    } finally {
      setWorking(false)
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !working && !uploading) void send()
      }}
    >
      <Choice
        label={t('report.trouble')}
        value={trouble}
        onChange={(key) => change({ trouble: key })}
        options={troubles.map((one) => ({ key: one.key, name: one.name[t.language], help: one.help[t.language] }))}
      />
      <PlatformChoice value={platform} onChange={(chosenPlatform) => change({ platform: chosenPlatform })} />
      <FormField label={t('report.subject')} hint={t('report.subjectHint')} required size="large">
        <Input
          size="large"
          maxLength={200}
          value={subject}
          onChange={(_, { value }) => change({ subject: value })}
        />
      </FormField>
      <FormField label={t('report.description')} hint={t('report.descriptionHint')} required size="large">
        <Textarea
          size="large"
          rows={5}
          resize="vertical"
          value={description}
          onChange={(_, { value }) => change({ description: value })}
        />
      </FormField>
      <Suspense>
        <FirstAid
          text={`${subject}\n${description}`}
          platform={platform}
          tried={tried}
          onTried={(aid) => change({ tried: [...tried, aid] })}
          onWorks={(aid) => {
            // That it could not be counted is nothing to somebody whose problem is over.
            portalApi('POST /api/v1/portal/first-aid/:id/worked', { params: { id: aid.id } }).catch(() => {})
            draft.clear()
            onSolved()
          }}
        />
      </Suspense>
      <Questions
        questions={askedHere.filter((one) => one.kind !== 'screenshot' && one.kind !== 'log')}
        value={answers}
        onChange={(value) => change({ answers: value })}
      />
      <FileDrop
        label={t('report.files')}
        files={files}
        onChange={(changed) => change({ files: changed })}
        onBusy={setUploading}
      />
      {error !== null && <ErrorState error={error} />}
      <div>
        <Button
          type="submit"
          appearance="primary"
          size="large"
          disabledFocusable={!complete || working || uploading}
        >
          {t('report.send')}
        </Button>
        {!complete && <p>{t('report.missing')}</p>}
      </div>
    </form>
  )
}
