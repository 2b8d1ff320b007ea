import { mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { Edge, EvidenceItem } from '../../domain/document/process.ts'
import type { Place } from '../../domain/check/finding.ts'
import { evidenceKinds, evidenceSources, platforms } from '../../domain/values.ts'
import { EdgeTitle } from '../chapters/EvidenceLists.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import { BothLanguages, ChoiceField, FieldRow, NumberField, SeveralField, SwitchField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { freeKey } from './place.ts'

/** Each step up, and the evidence it asks for. */
export function EvidenceForm() {
  const { t, text } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <Section title={t('evidence.title')}>
      <ListEditor<Edge>
        place={['process', 'edges']}
        noun={t('nouns.edge')}
        fixedOrder
        title={(edge) => <EdgeTitle edge={edge} />}
        make={(edges) => {
          const from = Math.max(0, ...edges.map((edge) => edge.from)) + 1
          return { from, to: from + 1, evidence: [] }
        }}
      >
        {(at) => (
          <>
            <FieldRow>
              <NumberField place={[...at, 'from']} label={t('rules.fromTier')} />
              <NumberField place={[...at, 'to']} label={t('rules.toTier')} />
            </FieldRow>
            <ListEditor<EvidenceItem>
              place={[...at, 'evidence']}
              noun={t('nouns.evidence')}
              title={(item) => (
                <span className={styles.row}>
                  {text(item.name) || t('edit.unnamed')}
                  <span className={mergeClasses(styles.quiet, styles.small)}>
                    {item.required ? t('evidence.required') : t('evidence.optional')}
                  </span>
                </span>
              )}
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
            >
              {(place, item) => <EvidenceFields at={place} item={item} />}
            </ListEditor>
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function EvidenceFields({ at, item }: { readonly at: Place; readonly item: EvidenceItem }) {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
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
      </FieldRow>
      <SwitchField place={[...at, 'required']} label={t('evidence.required')} />
      {item.kind === 'choice' && (
        <>
          <h3 className={styles.heading}>{t('evidence.options')}</h3>
          <ListEditor<EvidenceItem['options'][number]>
            place={[...at, 'options']}
            noun={t('nouns.option')}
            title={(option) => text(option.name) || t('edit.unnamed')}
            make={(options) => ({ key: freeKey(options, 'option'), name: { nl: '', en: '' } })}
          >
            {(place) => <BothLanguages place={[...place, 'name']} label={t('evidence.option')} />}
          </ListEditor>
        </>
      )}
      <SeveralField
        place={[...at, 'appliesTo', 'categories']}
        label={t('evidence.categories')}
        hint={t('edit.noneIsAll')}
        options={plan.process.categories.map((category) => ({ value: category.key, label: text(category.name) }))}
      />
      <SeveralField
        place={[...at, 'appliesTo', 'platforms']}
        label={t('evidence.platforms')}
        hint={t('edit.noneIsAll')}
        options={platforms.map((value) => ({ value, label: t(`platforms.${value}`) }))}
      />
    </>
  )
}
