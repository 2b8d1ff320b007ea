import { Combobox, Option } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { peopleNamed } from '../queries.ts'

export type Chosen = { readonly id: string; readonly name: string }

type Props = { readonly value: Chosen | null; readonly onChange: (value: Chosen | null) => void }

/** Finds one person among all of the organisation by the first letters of their name or address. */
export function PersonField({ value, onChange }: Props) {
  const t = useWords('tickets')
  const [typed, setTyped] = useState(value?.name ?? '')
  const [isOpen, setOpen] = useState(false)
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    ...peopleNamed(search),
    enabled: search.length > 1 && search !== value?.name,
    placeholderData: keepPreviousData,
  })
  const people = search.length > 1 ? (found.data?.people.filter((one) => one.state !== 'disabled') ?? []) : []
  return (
    <FormField label={t('open.requester')} hint={t('open.requesterHint')} required>
      <Combobox
        freeform
        inlinePopup
        autoComplete="off"
        open={isOpen}
        onOpenChange={(_, { open }) => setOpen(open)}
        value={typed}
        selectedOptions={value ? [value.id] : []}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          if (value) onChange(null)
        }}
        onOptionSelect={(_, { optionValue }) => {
          const person = people.find((one) => one.id === optionValue)
          if (!person) return
          setTyped(person.name)
          onChange({ id: person.id, name: person.name })
        }}
      >
        {people.map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            {`${one.name} · ${one.email}`}
          </Option>
        ))}
        {people.length === 0 && (
          <Option value="" text={typed} disabled>
            {search.length < 2
              ? t('open.requesterHint')
              : found.isFetching
                ? t('open.searching')
                : t('open.nobodyFound')}
          </Option>
        )}
      </Combobox>
    </FormField>
  )
}
