import { Button, Input } from '@fluentui/react-components'
import { type SubmitEvent, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'

/** Says that one is there, with the code that the trainer shows in the room. */
export function AttendPage() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const say = useProblemText(useRefusals('training'))
  const [code, setCode] = useState('')
  const [failed, setFailed] = useState<unknown>(null)
  const [there, setThere] = useState<{ readonly sessionId: string; readonly name: string } | null>(null)
  const [working, setWorking] = useState(false)
  const digits = code.replaceAll(/\D/g, '')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setWorking(true)
    setFailed(null)
    try {
      const { sessionId, course } = await trainingApi('POST /api/v1/training/attendance', {
        body: { code: digits },
      })
      setThere({ sessionId, name: course.name[t.language] })
      await refresh()
    } catch (error) {
      setFailed(error)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Page title={t('attend.title')} width="read" back={{ to: '/training', label: t('home.title') }}>
      {there ? (
        <EmptyState
          title={t('attend.done')}
          text={t('attend.doneText', { course: there.name })}
          action={<ButtonLink to="/training">{t('attend.toTraining')}</ButtonLink>}
        />
      ) : (
        <form className={styles.stack} onSubmit={(event) => void submit(event)}>
          <p className={styles.plain}>{t('attend.text')}</p>
          <FormField label={t('attend.code')} required>
            <Input
              size="large"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              maxLength={9}
              onChange={(_, { value }) => setCode(value)}
            />
          </FormField>
          {failed !== null && <Alert>{say(failed).sentence}</Alert>}
          <div>
            <Button type="submit" appearance="primary" disabled={digits.length !== 6 || working}>
              {t('attend.send')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
