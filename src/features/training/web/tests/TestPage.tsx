import { Button, Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '#ui/form/draft.ts'
import { Alert } from '#ui/notice/Alert.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { AttemptView } from '../../contract/courses.ts'
import { test, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'
import { TestResult } from './TestResult.tsx'

const useStyles = makeStyles({
  questions: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXL },
  legend: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    padding: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
  },
})

/** A test to take, or what it came to. */
export function TestPage() {
  const t = useWords('training')
  const { id = '' } = usePathParams()
  const query = useQuery(test(id))
  const shown = query.data
  return (
    <Page
      title={t(shown?.result ? 'test.resultTitle' : 'test.title')}
      width="read"
      state={shown && t('test.state', { course: shown.course.name[t.language], percent: shown.passPercent })}
      back={{ to: '/training', label: t('home.title') }}
    >
      <Loaded query={query}>
        {(attempt) => (attempt.result ? <TestResult attempt={attempt} /> : <Questions attempt={attempt} />)}
      </Loaded>
    </Page>
  )
}

type Chosen = Readonly<Record<string, readonly string[]>>

function Questions({ attempt }: { readonly attempt: AttemptView }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  const queries = useQueryClient()
  const refresh = useRefresh()
  const say = useProblemText(useRefusals('training'))
  const draft = useDraft<Chosen>(`training.test.${attempt.id}`, {})
  const [failed, setFailed] = useState<unknown>(null)
  const [working, setWorking] = useState(false)
  const chosen = draft.value
  const answered = attempt.questions.filter(({ key }) => (chosen[key]?.length ?? 0) > 0).length
  const left = attempt.questions.length - answered
  const choose = (key: string, options: readonly string[]) => draft.change({ ...chosen, [key]: options })
  const handIn = async () => {
    setWorking(true)
    setFailed(null)
    try {
      const answers = Object.fromEntries(attempt.questions.map(({ key }) => [key, [...(chosen[key] ?? [])]]))
      const after = await trainingApi('POST /api/v1/training/tests/:id/answers', {
        params: { id: attempt.id },
        body: { answers },
      })
      queries.setQueryData(test(attempt.id).queryKey, after)
      draft.clear()
      window.scrollTo({ top: 0 })
      await refresh()
    } catch (error) {
      setFailed(error)
      setWorking(false)
    }
  }
  return (
    <div className={styles.stack}>
      <p className={styles.plain}>{t('test.intro', { count: attempt.questions.length })}</p>
      <ol className={own.questions}>
        {attempt.questions.map((question, index) => (
          <li key={question.key}>
            <fieldset className={styles.fieldset}>
              <legend className={own.legend}>
                {index + 1}. {question.text[t.language]}
              </legend>
              {question.choose === 'one' ? (
                <RadioGroup
                  value={chosen[question.key]?.[0] ?? ''}
                  onChange={(_, { value }) => choose(question.key, [value])}
                  aria-label={question.text[t.language]}
                >
                  {question.options.map((option) => (
                    <Radio key={option.key} value={option.key} label={option.text[t.language]} />
                  ))}
                </RadioGroup>
              ) : (
                question.options.map((option) => {
                  const now = chosen[question.key] ?? []
                  return (
                    <div key={option.key}>
                      <Checkbox
                        checked={now.includes(option.key)}
                        label={option.text[t.language]}
                        onChange={(_, { checked }) =>
                          choose(
                            question.key,
                            checked === true ? [...now, option.key] : now.filter((one) => one !== option.key),
                          )
                        }
                      />
                    </div>
                  )
                })
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {failed !== null && <Alert>{say(failed).sentence}</Alert>}
      <div className={styles.row}>
        <Button appearance="primary" disabled={left > 0 || working} onClick={() => void handIn()}>
          {t('test.handIn')}
        </Button>
        {left > 0 && <span className={styles.quiet}>{t('test.left', { count: left })}</span>}
      </div>
    </div>
  )
}
