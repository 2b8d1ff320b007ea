import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/words.ts'

export type FormError = {
  /** Id of the control. */
  readonly field: string
  readonly label: string
  readonly message: string
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.2em' },
  bar: { ':focus-visible': { outline: '2px solid' } },
})

/** What is wrong with a form, above it: takes the focus when it appears, and each line goes to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  const t = useWords('ui')
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const some = errors.length > 0
  useEffect(() => {
    if (some) box.current?.focus()
  }, [some])
  if (!some) return null
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('form.errors', { count: errors.length })}</MessageBarTitle>
          <ul className={styles.list}>
            {errors.map((error) => (
              <li key={error.field}>
                <Link
                  href={`#${error.field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(error.field)?.focus()
                  }}
                >
                  {error.label}
                </Link>
                : {error.message}
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  )
}
