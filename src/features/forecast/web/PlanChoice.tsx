import { Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { versions } from '#features/plan/web/queries.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import type { WhichPlan } from './queries.ts'
import { useForecastWords } from './words.ts'

type PlanChoiceProps = { readonly plan: WhichPlan; readonly onChange: (plan: WhichPlan) => void }

/** Which plan is played: the published one, the draft, or an earlier version. */
export function PlanChoice({ plan, onChange }: PlanChoiceProps) {
  const { t } = useForecastWords()
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const list = useQuery(versions).data?.versions ?? []
  const draft = list.find(({ state }) => state === 'draft' || state === 'in-review')
  return (
    <Select
      aria-label={t('page.which')}
      value={String(plan)}
      onChange={(_, { value }) => onChange(value === 'published' || value === 'draft' ? value : Number(value))}
    >
      <option value="published">{t('page.published')}</option>
      {editor && draft && <option value="draft">{t('page.draft', { number: draft.number })}</option>}
      {list
        .filter(({ state, number }) => state === 'superseded' || number === plan)
        .map(({ number }) => (
          <option key={number} value={number}>
            {t('page.version', { number })}
          </option>
        ))}
    </Select>
  )
}
