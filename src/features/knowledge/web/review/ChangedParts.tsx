import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import type { TextPart } from '../../domain/issue-text.ts'
import { PartText } from '../PartText.tsx'

export type ChangedPartsProps = {
  readonly parts: readonly TextPart[]
  readonly before: IssueDetail['text']
  readonly after: IssueDetail['text']
}

/** What a text changes, each part as it was beside as it becomes. */
export function ChangedParts({ parts, before, after }: ChangedPartsProps) {
  const t = useWords('knowledge')
  return (
    <Table
      heads={[{ unseen: t('history.versions') }, t('history.before'), t('history.after')]}
      label={t('history.versions')}
    >
      {parts.map((part) => (
        <tr key={part}>
          <th scope="row">{t.any(`parts.${part}`)}</th>
          <td>
            <PartText text={before} part={part} />
          </td>
          <td>
            <PartText text={after} part={part} />
          </td>
        </tr>
      ))}
    </Table>
  )
}
