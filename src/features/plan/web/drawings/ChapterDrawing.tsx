import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'
import { useId, useState } from 'react'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Chapter } from '../ChapterTabs.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
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

const useStyles = makeStyles({
  toggle: { display: 'none', '@media (max-width: 1100px)': { display: 'inline-flex' } },
  folded: { '@media (max-width: 1100px)': { display: 'none' } },
})

/** The drawing that goes with a chapter; while editing it follows what is typed. Where it stands beneath the text it can be folded. */
export function ChapterDrawing({ chapter, plan }: { readonly chapter: Chapter; readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const id = useId()
  const [folded, setFolded] = useState(false)
  const Drawing = drawings[chapter]
  return (
    <div className={mergeClasses(plain.drawing, plain.stack)}>
      <div className={styles.toggle}>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={!folded}
          aria-controls={id}
          icon={folded ? <ChevronDownRegular aria-hidden /> : <ChevronUpRegular aria-hidden />}
          onClick={() => setFolded(!folded)}
        >
          {folded ? t('drawings.show') : t('drawings.hide')}
        </Button>
      </div>
      <div id={id} className={mergeClasses(folded && styles.folded)}>
        <Drawing plan={plan} />
      </div>
    </div>
  )
}
