import { mergeClasses } from '@fluentui/react-components'
import type { Place } from '../../domain/check/finding.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { PriorityTargets } from '../priority/PriorityTargets.tsx'
import type { TargetKind } from '../priority/target-kinds.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { usePlanPart, useValueAt } from './editor.tsx'
import { NumberField } from './fields.tsx'

type TargetsGridProps = {
  readonly place: Place
  readonly caption: string
  readonly kinds: readonly TargetKind[]
  /** Whose targets these are, for the names of the boxes. */
  readonly name: string
}

/** Minutes for each priority and each kind of target. */
export function TargetsGrid({ place, caption, kinds, name }: TargetsGridProps) {
  const { t, text } = usePlanWords()
  const names = usePlanPart((plan) => plan.process.priorityNames)
  return (
    <PriorityTargets
      label={name}
      caption={`${caption} ${t('edit.inMinutes')}`}
      names={names}
      kinds={kinds}
      cell={(priority, kind) => {
        const at = [...place, priority, `${kind}Minutes`]
        return (
          <>
            <NumberField place={at} label={`${name} ${text(names[priority])}: ${t(`targets.${kind}`)}`} bare />
            <Said place={at} />
          </>
        )
      }}
    />
  )
}

/** The minutes beneath a box, as people say them. */
function Said({ place }: { readonly place: Place }) {
  const { minutes } = usePlanWords()
  const styles = usePlanStyles()
  return <span className={mergeClasses(styles.quiet, styles.small)}>{minutes(useValueAt<number>(place))}</span>
}
