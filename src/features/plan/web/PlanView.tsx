import type { SupportPlan } from '../domain/document/support-plan.ts'
import { ChapterTabs, useChapter } from './ChapterTabs.tsx'
import { InvolvementChapter } from './chapters/InvolvementChapter.tsx'
import { ProcessChapter } from './chapters/ProcessChapter.tsx'
import { TeamsChapter } from './chapters/TeamsChapter.tsx'
import { TrainingChapter } from './chapters/TrainingChapter.tsx'
import { ChapterDrawing } from './drawings/ChapterDrawing.tsx'
import { usePlanStyles } from './plan-styles.ts'

const pages = {
  teams: TeamsChapter,
  process: ProcessChapter,
  training: TrainingChapter,
  involvement: InvolvementChapter,
}

/** A plan to be read: four chapters, the text on the left, its drawing on the right. */
export function PlanView({ plan }: { readonly plan: SupportPlan }) {
  const styles = usePlanStyles()
  const [chapter, setChapter] = useChapter()
  const Text = pages[chapter]
  return (
    <>
      <ChapterTabs chapter={chapter} onChapter={setChapter} />
      <div id="chapter" role="tabpanel" aria-labelledby={`chapter-${chapter}`} className={styles.twoColumns}>
        <div className={styles.column}>
          <Text plan={plan} />
        </div>
        <ChapterDrawing chapter={chapter} plan={plan} />
      </div>
    </>
  )
}
