import { Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { useWords } from '#ui/words/words.ts'
import { assignableTo } from '../queries.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

/** Gives the ticket to somebody of the tier; shows who is away, not certified, and how much they have. */
export function AssignMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const [chosen, setChosen] = useState('')
  const people = useQuery(assignableTo(shown.ticket.id))
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.assign.title')}
      primary={t('moves.assign.primary')}
      canSubmit={chosen !== ''}
      why={t('moves.assign.missing')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'assign', agentId: chosen })}
    >
      <Loaded query={people}>
        {({ agents }) =>
          agents.length === 0 ? (
            <p>{t('moves.assign.nobody')}</p>
          ) : (
            <FormField label={t('moves.assign.who')} required>
              <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)}>
                {agents.map((agent) => (
                  <Radio
                    key={agent.id}
                    value={agent.id}
                    disabled={!agent.certified || agent.id === shown.ticket.assigneeId}
                    label={[
                      agent.name,
                      t('moves.assign.open', { count: agent.open }),
                      ...(agent.absent ? [t('moves.assign.absent')] : []),
                      ...(agent.certified ? [] : [t('moves.assign.notCertified')]),
                    ].join(' · ')}
                  />
                ))}
              </RadioGroup>
            </FormField>
          )
        }
      </Loaded>
    </MoveDialog>
  )
}
