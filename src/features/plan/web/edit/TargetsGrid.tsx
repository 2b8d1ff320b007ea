import { mergeClasses } from '@fluentui/react-components'
import type { Place } from '../../domain/check/finding.ts'
import { priorities } from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor } from './editor.tsx'
import { NumberField } from './fields.tsx'
import { valueAt } from './place.ts'

type TargetsGridProps = {
  readonly place: Place
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly say: (minutes: number) => string
  /** Whose targets these are, for the names of the boxes. */
  readonly name: string
}

/** Minutes for each priority and each kind of target. */
export function TargetsGrid({ place, caption, columns, say, name }: TargetsGridProps) {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  return (
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
              {priority} {text(plan.process.priorityNames[priority])}
            </th>
            {columns.map((column) => {
              const at = [...place, priority, column.key]
              const label = `${name} ${text(plan.process.priorityNames[priority])}: ${column.label}`
              return (
                <td key={column.key}>
                  <NumberField place={at} label={label} bare />
                  <span className={mergeClasses(styles.quiet, styles.small)}>
                    {say(Number(valueAt(plan, at)))}
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
