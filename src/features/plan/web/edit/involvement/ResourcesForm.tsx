import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Resource } from '../../../domain/document/involvement.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { SeveralField } from '../choice-fields.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, LineField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTierOptions } from '../options.ts'
import { freeKey } from '../place.ts'

export function ResourcesForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('involvement.resources')}>
      <ListEditor<Resource>
        place={['involvement', 'resources']}
        noun={t('nouns.resource')}
        Title={EntryName}
        Fields={ResourceFields}
        make={(list) => ({ key: freeKey(list, 'resource'), name: { nl: '', en: '' }, url: 'https://', tiers: [] })}
      />
    </Section>
  )
}

function ResourceFields({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return (
    <>
      <BothLanguages place={[...at, 'name']} label={t('involvement.resourceName')} />
      <FieldRow>
        <LineField place={[...at, 'url']} label={t('involvement.address')} type="url" />
        <KeyField at={at} />
      </FieldRow>
      <SeveralField
        place={[...at, 'tiers']}
        label={t('involvement.forTiers')}
        hint={t('edit.noneIsEveryone')}
        options={useTierOptions()}
      />
    </>
  )
}
