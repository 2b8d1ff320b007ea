import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Category } from '../../../domain/document/process.ts'
import { levels, ticketKinds } from '../../../domain/values.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { usePlanPart } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { usePlatformOptions } from '../options.ts'
import { freeKey } from '../place.ts'

export function CategoriesForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('categories.title')}>
      <ListEditor<Category>
        place={['process', 'categories']}
        noun={t('nouns.category')}
        Title={EntryName}
        Fields={CategoryFields}
        make={(list) => ({
          key: freeKey(list, 'category'),
          name: { nl: '', en: '' },
          help: { nl: '', en: '' },
          kind: 'incident',
          impact: 'medium',
          urgency: 'medium',
          platforms: [],
          asks: [],
        })}
        least={1}
      />
    </Section>
  )
}

function CategoryFields({ at }: { readonly at: Place }) {
  const { t, text } = usePlanWords()
  const edges = usePlanPart((plan) => plan.process.edges)
  const evidence = edges.flatMap((edge) => edge.evidence)
  const asks = [
    ...new Map(evidence.map((item) => [item.key, { value: item.key, label: text(item.name) }])).values(),
  ]
  const levelOptions = levels.map((value) => ({ value, label: t(`levels.${value}`) }))
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('categories.category')} />
      <BothLanguages place={[...at, 'help']} label={t('categories.help')} long />
      <FieldRow>
        <ChoiceField
          place={[...at, 'kind']}
          label={t('categories.kind')}
          options={ticketKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <ChoiceField place={[...at, 'impact']} label={t('priority.impact')} options={levelOptions} />
        <ChoiceField place={[...at, 'urgency']} label={t('priority.urgency')} options={levelOptions} />
        <KeyField at={at} />
      </FieldRow>
      <SeveralField
        place={[...at, 'platforms']}
        label={t('categories.platforms')}
        hint={t('edit.noneIsAll')}
        options={usePlatformOptions()}
      />
      <SeveralField place={[...at, 'asks']} label={t('categories.asks')} options={asks} />
    </>
  )
}
