import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Edge, EvidenceItem } from '../../../domain/document/process.ts'
import { evidenceKinds, evidenceSources } from '../../../domain/values.ts'
import { EdgeTitle } from '../../chapters/EvidenceLists.tsx'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField, SwitchField } from '../choice-fields.tsx'
import { useValueAt } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, NumberField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useCategoryOptions, usePlatformOptions } from '../options.ts'
import { freeKey } from '../place.ts'

type At = { readonly at: Place }

/** Each step up, and the evidence it asks for. */
export function EvidenceForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('evidence.title')}>
      <ListEditor<Edge>
        place={['process', 'edges']}
        noun={t('nouns.edge')}
        Title={StepTitle}
        Fields={StepFields}
        make={(edges) => {
          const from = Math.max(0, ...edges.map((edge) => edge.from)) + 1
          return { from, to: from + 1, evidence: [] }
        }}
        fixedOrder
      />
    </Section>
  )
}

function StepTitle({ at }: At) {
  return <EdgeTitle edge={useValueAt<Edge>(at)} />
}

function StepFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <>
      <FieldRow>
        <NumberField place={[...at, 'from']} label={t('rules.fromTier')} />
        <NumberField place={[...at, 'to']} label={t('rules.toTier')} />
      </FieldRow>
      <ListEditor<EvidenceItem>
        place={[...at, 'evidence']}
        noun={t('nouns.evidence')}
        Title={EvidenceTitle}
        Fields={EvidenceFields}
        make={(items) => ({
          key: freeKey(items, 'evidence'),
          name: { nl: '', en: '' },
          help: { nl: '', en: '' },
          kind: 'text',
          options: [],
          required: true,
          appliesTo: { categories: [], platforms: [] },
          filledBy: null,
        })}
      />
    </>
  )
}

function EvidenceTitle({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { required, appliesTo } = useValueAt<EvidenceItem>(at)
  const platforms = appliesTo.platforms.map((one) => t(`platforms.${one}`))
  return (
    <span className={styles.row}>
      <EntryName at={at} />
      <span className={mergeClasses(styles.quiet, styles.small)}>
        {[required ? t('evidence.required') : t('evidence.optional'), ...platforms].join(' · ')}
      </span>
    </span>
  )
}

function EvidenceFields({ at }: At) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const kind = useValueAt<EvidenceItem['kind']>([...at, 'kind'])
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('evidence.name')} />
      <BothLanguages place={[...at, 'help']} label={t('evidence.help')} long />
      <FieldRow>
        <ChoiceField
          place={[...at, 'kind']}
          label={t('evidence.kind')}
          options={evidenceKinds.map((value) => ({ value, label: t(`evidenceKinds.${value}`) }))}
        />
        <ChoiceField
          place={[...at, 'filledBy']}
          label={t('evidence.filledBy')}
          none={t('evidence.byHand')}
          options={evidenceSources.map((value) => ({ value, label: t(`filledBy.${value}`) }))}
        />
        <KeyField at={at} />
      </FieldRow>
      <SwitchField place={[...at, 'required']} label={t('evidence.required')} />
      {kind === 'choice' && (
        <>
          <h3 className={styles.heading}>{t('evidence.options')}</h3>
          <ListEditor<EvidenceItem['options'][number]>
            place={[...at, 'options']}
            noun={t('nouns.option')}
            Title={EntryName}
            Fields={OptionFields}
            make={(options) => ({ key: freeKey(options, 'option'), name: { nl: '', en: '' } })}
          />
        </>
      )}
      <SeveralField
        place={[...at, 'appliesTo', 'categories']}
        label={t('evidence.categories')}
        hint={t('edit.noneIsAll')}
        options={useCategoryOptions()}
      />
      <SeveralField
        place={[...at, 'appliesTo', 'platforms']}
        label={t('evidence.platforms')}
        hint={t('edit.noneIsAll')}
        options={usePlatformOptions()}
      />
    </>
  )
}

function OptionFields({ at }: At) {
  const { t } = usePlanWords()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('evidence.option')} />
      <FieldRow>
        <KeyField at={at} />
      </FieldRow>
    </>
  )
}
