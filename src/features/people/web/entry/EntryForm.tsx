import { Button } from '@fluentui/react-components'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { focusFirstField } from './first-field.ts'

export type EntryFormProps = {
  readonly children: ReactNode
  /** What its button says. */
  readonly action: string
  readonly isComplete: boolean
  /** Sends what was filled in; when it fails the form says why and can be sent again. */
  readonly onSubmit: () => Promise<void>
  /** Another button of the page is the one to press in the end. */
  readonly secondary?: boolean
  readonly below?: ReactNode
}

/** The form of a page on the way in: one can type at once, and it is sent once at a time. */
export function EntryForm(props: EntryFormProps) {
  const { children, action, isComplete, onSubmit, secondary = false, below } = props
  const styles = usePeopleStyles()
  const say = useProblemText(useRefusalWords())
  const [error, setError] = useState<unknown>(null)
  const [working, setWorking] = useState(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (working || !isComplete) return
    setWorking(true)
    setError(null)
    try {
      await onSubmit()
    } catch (cause) {
      setError(cause)
    } finally {
      setWorking(false)
    }
  }

  return (
    <form ref={focusFirstField} className={styles.stack} noValidate onSubmit={(event) => void submit(event)}>
      {error !== null && <Alert>{say(error).sentence}</Alert>}
      {children}
      <Button
        type="submit"
        {...(secondary ? {} : { appearance: 'primary' })}
        size="large"
        disabledFocusable={!isComplete || working}
      >
        {action}
      </Button>
      {below}
    </form>
  )
}
