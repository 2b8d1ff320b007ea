import type { ReactNode } from 'react'
import { Table } from '#ui/show/Table.tsx'
import type { Level } from '../../domain/document/process.ts'
import { levels } from '../../domain/values.ts'
import { usePlanWords } from '../words/plan-words.ts'

type PriorityMatrixProps = {
  /** What stands where this impact and this urgency meet. */
  readonly cell: (impact: Level, urgency: Level) => ReactNode
}

/** Impact downwards, urgency across. */
export function PriorityMatrix({ cell }: PriorityMatrixProps) {
  const { t } = usePlanWords()
  const urgencies = levels.map((urgency) => t('priority.urgencyIs', { level: t(`levels.${urgency}`) }))
  return (
    <Table
      label={t('priority.matrix')}
      caption={t('priority.matrix')}
      heads={[t('priority.impact'), ...urgencies]}
    >
      {levels.map((impact) => (
        <tr key={impact}>
          <th scope="row">{t(`levels.${impact}`)}</th>
          {levels.map((urgency) => (
            <td key={urgency}>{cell(impact, urgency)}</td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
