import { mergeClasses } from '@fluentui/react-components'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { PlanLink } from './PlanLink.tsx'

/** Links to the plan's resources with these keys. */
export function ResourceLinks({ plan, keys }: { readonly plan: SupportPlan; readonly keys: readonly string[] }) {
  const { text } = usePlanWords()
  const styles = usePlanStyles()
  const found = keys.flatMap((key) => plan.involvement.resources.find((resource) => resource.key === key) ?? [])
  if (found.length === 0) return null
  return (
    <div className={mergeClasses(styles.row, styles.small)}>
      {found.map((resource) => (
        <PlanLink key={resource.key} url={resource.url}>
          {text(resource.name)}
        </PlanLink>
      ))}
    </div>
  )
}
