import { Button, Input } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { Toggle } from '#ui/form/Toggle.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { checkStates, type CheckState } from '../../domain/checks.ts'
import { useCandidateStyles } from './candidate-styles.ts'
import type { CheckView } from './candidate-queries.ts'

type Props = {
  readonly check: CheckView
  /** Null for whoever may only look. */
  readonly onTick: ((state: CheckState | 'open', note: string) => Promise<void>) | null
  readonly nameOf: (id: string) => string
}

/** One check: made, found something, or not for this one; with what was found, by whom, when. */
export function CheckRow({ check, onTick, nameOf }: Props) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const id = useId()
  const { words, tick } = check
  const [note, setNote] = useState<string | null>(null)
  const typed = note ?? tick?.note ?? ''
  const say = async (state: CheckState | 'open') => {
    await onTick?.(state, state === 'open' ? '' : typed)
    setNote(null)
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
              onClick={() => void say(tick?.state === state ? 'open' : state)}
            >
              {t(`checks.choices.${state}`)}
            </Toggle>
          ))}
        </div>
      ) : (
        tick && <span className={styles.small}>{t(`checks.states.${tick.state}`)}</span>
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
                onChange={(_, { value }) => setNote(value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && note !== null) void say(tick.state)
                }}
              />
              {note !== null && note !== tick.note && (
                <Button size="small" onClick={() => void say(tick.state)}>
                  {t('checks.keepNote')}
                </Button>
              )}
            </>
          )}
          {!onTick && tick.note !== '' && <span className={styles.small}>{tick.note}</span>}
          <span className={`${styles.small} ${styles.quiet}`}>
            {nameOf(tick.by)} <Time at={tick.at} form="relative" />
          </span>
        </div>
      )}
    </fieldset>
  )
}
