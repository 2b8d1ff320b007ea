import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MailboxCheck } from '../../contract/mailbox-view.ts'
import { useMailStyles } from '../mail-styles.ts'
import { useReasonWords } from '../mail-words.ts'
import { mailApi } from '../queries.ts'
import { inputOf, type MailboxFields } from './mailbox-form.ts'

export type CheckButtonProps = {
  readonly id: string | null
  readonly fields: MailboxFields
  readonly complete: boolean
}

/** Tries the settings without keeping them, and says what the servers said. */
export function CheckButton({ id, fields, complete }: CheckButtonProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const say = useProblemText(useRefusals('mailboxes'))
  const [working, setWorking] = useState(false)
  const [result, setResult] = useState<MailboxCheck | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const check = async () => {
    setWorking(true)
    setResult(null)
    setProblem(null)
    try {
      const query = id === null ? {} : { id }
      setResult(await mailApi('POST /api/v1/mailboxes/check', { query, body: inputOf(fields) }))
    } catch (error) {
      setProblem(error)
    } finally {
      setWorking(false)
    }
  }
  return (
    <div className={styles.tight}>
      <div>
        <Button
          disabledFocusable={!complete || working}
          onClick={() => void check()}
          {...(working ? { icon: <Spinner size="extra-tiny" /> } : {})}
        >
          {t('check.do')}
        </Button>
      </div>
      <div role="status" className={styles.tight}>
        {result?.imap && <Line name={t('mailboxes.imap')} answer={result.imap} />}
        {result?.smtp && <Line name={t('mailboxes.smtp')} answer={result.smtp} />}
        {result?.graph && <Line name={t('mailboxes.graph')} answer={result.graph} />}
        {result && !result.imap && !result.smtp && !result.graph && (
          <MessageBar>
            <MessageBarBody>{t('check.nothing')}</MessageBarBody>
          </MessageBar>
        )}
        {problem !== null && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{say(problem).sentence}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  )
}

type LineProps = { readonly name: string; readonly answer: NonNullable<MailboxCheck['imap']> }

function Line({ name, answer }: LineProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const reasonWords = useReasonWords()
  return (
    <MessageBar intent={answer.ok ? 'success' : 'error'} layout="multiline">
      <MessageBarBody>
        {answer.ok ? (
          t('check.works', { name })
        ) : (
          <>
            {t('check.fails', { name })} {reasonWords(answer.code)}{' '}
            <span className={styles.answer}>{answer.answer}</span>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
