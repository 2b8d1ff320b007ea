import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { Commitment } from '../../../domain/document/involvement.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField } from '../choice-fields.tsx'
import { EntryWhat } from '../EntryName.tsx'
import { BothLanguages, FieldRow, OptionalLine } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { usePhaseOptions, useTeamOptions } from '../options.ts'
import { freeKey } from '../place.ts'

export function CommitmentsForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('involvement.commitments')}>
      <ListEditor<Commitment>
        place={['involvement', 'commitments']}
        noun={t('nouns.commitment')}
        Title={EntryWhat}
        Fields={CommitmentFields}
        make={(list, { teams, involvement }) => ({
          key: freeKey(list, 'commitment'),
          what: { nl: '', en: '' },
          team: teams.tiers[0]?.team ?? '',
          beforePhase: involvement.phases[0]?.key ?? '',
          due: null,
          evidence: { nl: '', en: '' },
        })}
      />
    </Section>
  )
}

function CommitmentFields({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return (
    <>
      <BothLanguages place={[...at, 'what']} label={t('involvement.what')} long />
      <FieldRow>
        <ChoiceField place={[...at, 'team']} label={t('involvement.who')} options={useTeamOptions()} />
        <ChoiceField place={[...at, 'beforePhase']} label={t('involvement.before')} options={usePhaseOptions()} />
        <OptionalLine
          place={[...at, 'due']}
          label={t('involvement.due')}
          hint={t('involvement.dueHint')}
          type="date"
        />
        <KeyField at={at} />
      </FieldRow>
      <BothLanguages place={[...at, 'evidence']} label={t('involvement.shownBy')} long />
    </>
  )
}
