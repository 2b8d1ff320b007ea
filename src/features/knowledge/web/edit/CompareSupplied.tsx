import { Badge, Button } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { differingParts, type IssueText, withPart } from '../../domain/issue-text.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { PartText } from '../PartText.tsx'

type Text = IssueDetail['text']
export type CompareSuppliedProps = {
  readonly supplied: Text
  readonly ours: Text
  readonly news: IssueDetail['suppliedNews']
  readonly onTake: (text: Text) => void
}

/** What is new in the supplied text, to be taken over part by part. */
export function CompareSupplied({ supplied, ours, news, onTake }: CompareSuppliedProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const open = new Set(differingParts(ours as IssueText, supplied as IssueText))
  return (
    <Section title={t('compare.title')} card>
      <div className={styles.stack}>
        <p className={styles.plain}>{t('compare.intro')}</p>
        <Table
          heads={[
            { unseen: t('history.versions') },
            t('compare.ours'),
            t('compare.supplied'),
            { unseen: t('compare.take') },
          ]}
          label={t('compare.title')}
        >
          {news.map(({ part, conflicts }) => (
            <tr key={part}>
              <th scope="row">
                <span className={styles.tight}>
                  {t.any(`parts.${part}`)}
                  {conflicts && <Badge appearance="outline">{t('compare.conflicts')}</Badge>}
                </span>
              </th>
              <td>
                <PartText text={ours} part={part} />
              </td>
              <td>
                <PartText text={supplied} part={part} />
              </td>
              <td>
                {open.has(part) ? (
                  <Button
                    size="small"
                    aria-label={`${t('compare.take')}: ${t.any(`parts.${part}`)}`}
                    onClick={() => onTake(withPart(ours as IssueText, part, supplied as IssueText) as Text)}
                  >
                    {t('compare.take')}
                  </Button>
                ) : (
                  t('compare.taken')
                )}
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </Section>
  )
}
