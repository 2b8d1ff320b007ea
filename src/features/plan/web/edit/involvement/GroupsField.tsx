import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Place } from '../../../domain/check/finding.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { useField } from '../editor.tsx'
import { said } from '../fields.tsx'
import { fieldId } from '../place.ts'

const namesIn = (typed: string) =>
  [...new Set(typed.split(',').map((one) => one.trim()))].filter((one) => one !== '')

/** The directory's groups that enroll in a wave, with commas between them. */
export function GroupsField({ place }: { readonly place: Place }) {
  const { t } = usePlanWords()
  const { value, change, found } = useField<readonly string[]>(place)
  const [typed, setTyped] = useState(value.join(', '))
  const shown = namesIn(typed).join() === value.join() ? typed : value.join(', ')
  return (
    <Field label={t('involvement.groupsLabel')} hint={t('involvement.groupsHint')} {...said(found)}>
      <Input
        id={fieldId(place)}
        value={shown}
        onChange={(_, data) => {
          setTyped(data.value)
          change(namesIn(data.value))
        }}
      />
    </Field>
  )
}
