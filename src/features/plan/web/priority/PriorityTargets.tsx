import type { ReactNode } from 'react'
import { Table } from '#ui/show/Table.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Priority } from '../../domain/document/teams.ts'
import { priorities } from '../../domain/values.ts'
import { usePlanWords } from '../words/plan-words.ts'
import type { TargetKind } from './target-kinds.ts'

type PriorityTargetsProps<Kind extends TargetKind> = {
  readonly label: string
  readonly caption: string
  readonly names: SupportPlan['process']['priorityNames']
  readonly kinds: readonly Kind[]
  readonly cell: (priority: Priority, kind: Kind) => ReactNode
}

/** Each priority with its targets. */
export function PriorityTargets<Kind extends TargetKind>(props: PriorityTargetsProps<Kind>) {
  const { label, caption, names, kinds, cell } = props
  const { t, text } = usePlanWords()
  const heads = [t('priority.label'), ...kinds.map((kind) => t(`targets.${kind}`))]
  return (
    <Table label={label} caption={caption} heads={heads}>
      {priorities.map((priority) => (
        <tr key={priority}>
          <th scope="row">
            {priority} {text(names[priority])}
          </th>
          {kinds.map((kind) => (
            <td key={kind}>{cell(priority, kind)}</td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
