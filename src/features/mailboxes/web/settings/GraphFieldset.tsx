import { Input } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { useMailStyles } from '../mail-styles.ts'
import type { GraphFields } from './mailbox-form.ts'

export type GraphFieldsetProps = {
  readonly value: GraphFields
  /** Mail is fetched there too. */
  readonly reads: boolean
  readonly onChange: (change: Partial<GraphFields>) => void
}

/** Which mailbox of the organisation's Microsoft tenant it is, and its folders. */
export function GraphFieldset({ value, reads, onChange }: GraphFieldsetProps) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t('mailboxes.graph')}</legend>
      <FormField label={t('field.graphUser')} hint={t('field.graphUserHint')}>
        <Input
          value={value.user}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          onChange={(_, { value: user }) => onChange({ user })}
        />
      </FormField>
      {reads && (
        <div className={styles.two}>
          <FormField label={t('field.folder')} required>
            <Input value={value.folder} onChange={(_, { value: folder }) => onChange({ folder })} />
          </FormField>
          <FormField label={t('field.processedFolder')} hint={t('field.processedHint')} required>
            <Input
              value={value.processedFolder}
              onChange={(_, { value: processedFolder }) => onChange({ processedFolder })}
            />
          </FormField>
        </div>
      )}
    </fieldset>
  )
}
