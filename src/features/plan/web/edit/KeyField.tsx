import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import { valueAt } from '../../domain/edit/at-place.ts'
import { usesOf, withKey } from '../../domain/edit/references.ts'
import { keyForm, longestKey } from '../../domain/key-form.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor, useFindingsAt, usePlanPart, useValueAt } from './editor.tsx'
import { said } from './fields.tsx'
import { fieldId } from './place.ts'

/** The stable name by which the rest of the plan knows an entry. Another name is given everywhere at once. */
export function KeyField({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  const { change } = useEditor()
  const place = [...at, 'key']
  const key = useValueAt<string>(place)
  const uses = usePlanPart((plan) => usesOf(plan, at).length)
  const others = usePlanPart((plan) => {
    const list = valueAt(plan, at.slice(0, -1)) as readonly { readonly key: string }[] | undefined
    return (list ?? [])
      .filter((_, index) => index !== at.at(-1))
      .map((one) => one.key)
      .join(' ')
  }).split(' ')
  const found = useFindingsAt(place)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? key
  const refusal =
    typed === null || typed === key
      ? null
      : !keyForm.test(typed) || typed.length > longestKey
        ? t('edit.keyForm')
        : others.includes(typed)
          ? t('edit.keyTaken')
          : null
  const commit = () => {
    if (typed !== null && refusal === null) {
      change(place, (plan) => withKey(plan, at, typed))
      setTyped(null)
    }
  }
  return (
    <Field
      label={t('edit.key')}
      hint={uses === 0 ? t('edit.keyHint') : t('edit.keyUses', { count: uses })}
      {...said(refusal === null ? found : { message: refusal, state: 'error' })}
    >
      <Input
        id={fieldId(place)}
        value={shown}
        spellCheck={false}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </Field>
  )
}
