import { Button } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { starterRetention } from '../../../domain/starter/retention.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { FieldFindings } from '../choice-fields.tsx'
import { useEditor, usePlanPart } from '../editor.tsx'
import { FieldRow, NumberField } from '../fields.tsx'
import { fieldId } from '../place.ts'

const place = ['process', 'retention']

export function RetentionForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { edit } = useEditor()
  const agreed = usePlanPart((plan) => plan.process.retention !== null)
  return (
    <Section
      title={t('retention.title')}
      action={agreed && <Button onClick={() => edit(place, null)}>{t('retention.remove')}</Button>}
    >
      <div className={styles.stack} id={fieldId(place)} tabIndex={-1}>
        <FieldFindings place={place} />
        {agreed ? (
          <FieldRow>
            {(['closedTicketDays', 'rawMailDays', 'attachmentDays'] as const).map((key) => (
              <NumberField key={key} place={[...place, key]} label={t(`retention.${key}`)} unit={t('edit.days')} />
            ))}
          </FieldRow>
        ) : (
          <>
            <p className={styles.plain}>{t('retention.none')}</p>
            <div>
              <Button onClick={() => edit(place, starterRetention)}>{t('retention.add')}</Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
