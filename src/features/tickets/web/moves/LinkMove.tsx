import { Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { ticketApi } from '../queries.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

/** Links to another ticket by the number that people call it by. */
export function LinkMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<'related' | 'same-cause'>('same-cause')
  const number = /^(?:T-)?(\d{1,12})$/i.exec(text.trim())?.[1]
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.link.title')}
      primary={t('moves.link.primary')}
      canSubmit={number !== undefined}
      why={t('moves.link.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const other = await ticketApi('GET /api/v1/tickets/numbered/:number', {
          params: { number: Number(number) },
        })
        await make({ move: 'link', ticketId: other.view === 'desk' ? other.ticket.id : other.id, kind })
      }}
    >
      <FormField label={t('moves.link.number')} hint={t('moves.link.numberHint')} required>
        <Input value={text} onChange={(_, { value }) => setText(value)} />
      </FormField>
      <FormField label={t('moves.link.kind')} required>
        <Select value={kind} onChange={(_, { value }) => setKind(value === 'related' ? 'related' : 'same-cause')}>
          <option value="same-cause">{t('links.same-cause')}</option>
          <option value="related">{t('links.related')}</option>
        </Select>
      </FormField>
    </MoveDialog>
  )
}

/** Words to find tickets by later; written as short keys. */
export function TagMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const before = shown.ticket.tags
  const [text, setText] = useState(before.join(', '))
  const wanted = [
    ...new Set(
      text
        .split(/[,\s]+/)
        .map((tag) =>
          tag
            .toLowerCase()
            .replace(/[^a-z0-9-]+/g, '-')
            .replace(/^-+|-+$/g, ''),
        )
        .filter((tag) => tag !== ''),
    ),
  ]
  const add = wanted.filter((tag) => !before.includes(tag))
  const remove = before.filter((tag) => !wanted.includes(tag))
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.tag.title')}
      primary={t('moves.tag.primary')}
      canSubmit={add.length + remove.length > 0}
      why={t('moves.tag.same')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'tag', add, remove })}
    >
      <FormField label={t('tags')} hint={t('moves.tag.hint')} required>
        <Input value={text} onChange={(_, { value }) => setText(value)} />
      </FormField>
    </MoveDialog>
  )
}
