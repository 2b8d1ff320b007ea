import { Link } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import { useTrainingStyles } from '../training-styles.ts'

/** The tools and resources that the plan in force lists for a tier; without a tier all of them. */
export function PlanResources({ tier }: { readonly tier: number | null }) {
  const t = useWords('knowledge')
  const styles = useTrainingStyles()
  const { data } = useQuery({ ...published, retry: false })
  const listed = (data?.document.involvement.resources ?? []).filter(
    ({ tiers }) => tier === null || tiers.includes(tier),
  )
  if (listed.length === 0) return null
  const links = (
    <ul className={styles.bare}>
      {listed.map(({ key, name, url }) => (
        <li key={key}>
          <Link href={url} target="_blank" rel="noopener noreferrer" inline>
            {name[t.language]}
          </Link>
        </li>
      ))}
    </ul>
  )
  return tier === null ? (
    <Section title={t('resources.fromPlan')} card>
      {links}
    </Section>
  ) : (
    <div className={styles.tight}>
      <strong>{t('resources.fromPlan')}</strong>
      {links}
    </div>
  )
}
