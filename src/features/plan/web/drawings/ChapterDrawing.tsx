import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Chapter } from '../ChapterTabs.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { ProcessPath } from './ProcessPath.tsx'
import { RolloutCalendar } from './RolloutCalendar.tsx'
import { TierChart } from './TierChart.tsx'
import { TrainingDrawing } from './TrainingDrawing.tsx'

const drawings = {
  teams: TierChart,
  process: ProcessPath,
  training: TrainingDrawing,
  involvement: RolloutCalendar,
}

/** The drawing that goes with a chapter; while editing it follows what is typed. */
export function ChapterDrawing({ chapter, plan }: { readonly chapter: Chapter; readonly plan: SupportPlan }) {
  const styles = usePlanStyles()
  const Drawing = drawings[chapter]
  return (
    <div className={styles.drawing}>
      <Drawing plan={plan} />
    </div>
  )
}
