import { Button, Input } from '@fluentui/react-components'
import { useId, useRef } from 'react'
import { useDraft } from '#ui/form/draft.ts'
import { Toggle } from '#ui/form/Toggle.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { checkStates, type CheckState } from '../../domain/checks.ts'
import { useCandidateStyles } from './candidate-styles.ts'
import type { CheckView } from './candidate-queries.ts'

type Props = {
  readonly check: CheckView
  /** What is typed is kept under this key until it is saved. */
  readonly draft: string
  /** True when it was saved. Null for whoever may only look. */
  readonly onTick: ((state: CheckState | 'open', note: string) => Promise<boolean>) | null
  readonly nameOf: (id: string) => string
}

/** One check: nothing found, found something, or not for this one; with what was found, by whom, when. A note is saved as one leaves it. */
export function CheckRow({ check, draft: key, onTick, nameOf }: Props) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const id = useId()
  const { words, tick } = check
  const draft = useDraft<string | null>(key, null)
  const typed = draft.value ?? tick?.note ?? ''
  const isChanged = draft.value !== null && draft.value !== tick?.note
  const latest = useRef(draft.value)
  latest.current = draft.value
  // One after the other: what was said last has to arrive last.
  const queue = useRef<Promise<void>>(Promise.resolve())
  const say = (state: CheckState | 'open') => {
    const sent = draft.value
    queue.current = queue.current.then(async () => {
      const isSaved = (await onTick?.(state, state === 'open' ? '' : typed)) ?? false
      if (isSaved && latest.current === sent) draft.clear()
    })
  }
  return (
    <fieldset className={styles.check}>
      <legend id={id} className={styles.legend}>
        {words[t.language]}
      </legend>
      {onTick ? (
        <div className={styles.row} role="group" aria-labelledby={id}>
          {checkStates.map((state) => (
            <Toggle
              key={state}
              size="small"
              checked={tick?.state === state}
              onClick={() => say(tick?.state === state ? 'open' : state)}
            >
              {t(`checks.choices.${state}`)}
            </Toggle>
          ))}
        </div>
      ) : (
        tick && (
          <span className={styles.small}>
            {tick.note === ''
              ? t(`checks.states.${tick.state}`)
              : t(`checks.noted.${tick.state}`, { note: tick.note })}
          </span>
        )
      )}
      {tick && (
        <div className={`${styles.row} ${styles.noted}`}>
          {onTick && (
            <>
              <Input
                size="small"
                className={styles.grow}
                aria-label={t('checks.noteOn', { check: words[t.language] })}
                placeholder={t('checks.note')}
                maxLength={2000}
                value={typed}
                onChange={(_, { value }) => draft.change(value)}
                onBlur={({ currentTarget, relatedTarget }) => {
                  // A button beside it sends the note along.
                  if (isChanged && !currentTarget.closest('fieldset')?.contains(relatedTarget)) say(tick.state)
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && isChanged) say(tick.state)
                }}
              />
              {isChanged && (
                <Button size="small" onClick={() => say(tick.state)}>
                  {t('checks.keepNote')}
                </Button>
              )}
            </>
          )}
          <span className={`${styles.small} ${styles.quiet}`}>
            {nameOf(tick.by)} <Time at={tick.at} form="relative" />
          </span>
        </div>
      )}
    </fieldset>
  )
}
