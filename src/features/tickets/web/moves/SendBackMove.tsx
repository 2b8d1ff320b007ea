import { Checkbox, makeStyles, Textarea } from '@fluentui/react-components'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { evidenceAsked } from '../../domain/evidence.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

const useStyles = makeStyles({ missing: { border: 'none', margin: 0, padding: 0 } })

/** Refuses a handover, naming what is missing or wrong, or why it belongs lower. */
export function SendBackMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft<{ missing: string[]; reason: string }>(`ticket.${shown.number}.send-back`, {
    missing: [],
    reason: '',
  })
  const { ticket } = shown
  const at = ticket.offer?.to ?? ('tier' in ticket.stage ? ticket.stage.tier : 2)
  const to = ticket.offer?.from ?? at - 1
  const { missing, reason } = draft.value
  const title = t('moves.send-back.title', { tier: to, name: names.tier(to) })
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={title}
      intro={t('moves.send-back.intro')}
      primary={t('moves.send-back.primary')}
      canSubmit={reason.trim() !== ''}
      why={t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({ move: 'send-back', missing, reason })
        draft.clear()
      }}
    >
      <FormField label={t('moves.send-back.reason')} required>
        <Textarea
          value={reason}
          onChange={(_, { value }) => draft.change((before) => ({ ...before, reason: value }))}
          rows={4}
          resize="vertical"
        />
      </FormField>
      <fieldset className={styles.missing}>
        <legend>{t('moves.send-back.missing')}</legend>
        {evidenceAsked(names.plan, ticket, to, at).map((item) => (
          <div key={item.key}>
            <Checkbox
              label={item.name[t.language]}
              checked={missing.includes(item.key)}
              onChange={(_, { checked }) =>
                draft.change((before) => ({
                  ...before,
                  missing: checked
                    ? [...before.missing, item.key]
                    : before.missing.filter((key) => key !== item.key),
                }))
              }
            />
          </div>
        ))}
      </fieldset>
    </MoveDialog>
  )
}
