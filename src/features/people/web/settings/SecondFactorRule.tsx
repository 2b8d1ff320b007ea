import { Select } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormField } from '#ui/form/FormField.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import { type SecondFactorRule as Rule, secondFactorRules } from '../../domain/second-factor.ts'
import { meKey, organisation as organisationQuery, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

/** Of whom the organisation asks a second factor. */
export function SecondFactorRule() {
  const t = useWords('people')
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText(useRefusalWords())
  const query = useQuery(organisationQuery)
  const choose = async (secondFactorFor: Rule) => {
    try {
      const changed = await peopleApi('PATCH /api/v1/organisation', { body: { secondFactorFor } })
      queries.setQueryData(organisationQuery.queryKey, changed)
      toast({ text: t('profile.saved'), tone: 'success' })
      await queries.invalidateQueries({ queryKey: meKey })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  return (
    <Section title={t('secondFactor.title')} card>
      <Loaded query={query}>
        {({ secondFactorFor }) => (
          <FormField label={t('secondFactor.rule.label')} hint={t('secondFactor.rule.hint')} required>
            <Select value={secondFactorFor} onChange={(_, { value }) => void choose(value as Rule)}>
              {secondFactorRules.map((rule) => (
                <option key={rule} value={rule}>
                  {t(`secondFactor.rule.${rule}`)}
                </option>
              ))}
            </Select>
          </FormField>
        )}
      </Loaded>
    </Section>
  )
}
