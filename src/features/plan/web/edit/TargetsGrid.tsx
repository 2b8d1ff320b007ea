import { mergeClasses } from '@fluentui/react-components'
import type { Place } from '../../domain/check/finding.ts'
import { priorities } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { ScrollRegion } from '../ScrollRegion.tsx'
import { usePlanWords } from '../words/plan-words.ts'
import { usePlanPart, useValueAt } from './editor.tsx'
import { NumberField } from './fields.tsx'

type TargetsGridProps = {
  readonly place: Place
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  /** Whose targets these are, for the names of the boxes. */
  readonly name: string
}

/** Minutes for each priority and each kind of target. */
export function TargetsGrid({ place, caption, columns, name }: TargetsGridProps) {
  const { t, text } = usePlanWords()
  const names = usePlanPart((plan) => plan.process.priorityNames)
  const styles = usePlanStyles()
  return (
    <ScrollRegion label={name}>
      <table className={styles.table}>
        <caption className={mergeClasses(styles.quiet, styles.small)}>
          {caption} {t('edit.inMinutes')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('priority.label')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row">
                {priority} {text(names[priority])}
              </th>
              {columns.map((column) => (
                <td key={column.key}>
                  <NumberField
                    place={[...place, priority, column.key]}
                    label={`${name} ${text(names[priority])}: ${column.label}`}
                    bare
                  />
                  <Said place={[...place, priority, column.key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The minutes beneath a box, as people say them. */
function Said({ place }: { readonly place: Place }) {
  const { minutes } = usePlanWords()
  const styles = usePlanStyles()
  return <span className={mergeClasses(styles.quiet, styles.small)}>{minutes(useValueAt<number>(place))}</span>
}
