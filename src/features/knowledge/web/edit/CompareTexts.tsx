import { Button, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import { Section } from '#ui/page/Page.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { textParts, type TextPart } from '../../domain/issue-text.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { PartText } from '../PartText.tsx'

type Text = IssueDetail['text']
export type CompareTextsProps = {
  readonly title: string
  readonly intro: string
  /** Above both texts, and beside a part that was changed in both. */
  readonly says: { readonly ours: string; readonly theirs: string; readonly both: string }
  readonly ours: Text
  readonly theirs: Text
  /** The parts in which the other text has something new. */
  readonly news: IssueDetail['suppliedNews']
  readonly onTake: (part: TextPart) => void
  /** Where each part has to be decided about: leaves it as it was typed. */
  readonly onKeep?: (part: TextPart) => void
}

/** What is new in another text beside one's own, to be taken over part by part. What was decided about stays in sight. */
export function CompareTexts({ title, intro, says, ours, theirs, news, onTake, onKeep }: CompareTextsProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const [decided, setDecided] = useState<Partial<Record<TextPart, 'taken' | 'kept'>>>({})
  const rows = textParts.flatMap((part) => {
    const open = news.find((one) => one.part === part)
    const done = decided[part]
    return open || done ? [{ part, open, done }] : []
  })
  const decide = (part: TextPart, done: 'taken' | 'kept') => {
    setDecided((before) => ({ ...before, [part]: done }))
    if (done === 'taken') onTake(part)
    else onKeep?.(part)
  }
  if (rows.length === 0) return null
  return (
    <Section title={title} card>
      <div className={styles.stack}>
        <p className={styles.plain}>{intro}</p>
        <Table
          heads={[{ unseen: t('history.versions') }, says.ours, says.theirs, { unseen: t('compare.take') }]}
          label={title}
        >
          {rows.map(({ part, open, done }) => (
            <tr key={part}>
              <th scope="row">
                <span className={styles.tight}>
                  {t.any(`parts.${part}`)}
                  {open?.conflicts && (
                    <span className={mergeClasses(styles.quiet, styles.small)}>{says.both}</span>
                  )}
                </span>
              </th>
              <td>
                <PartText text={ours} part={part} />
              </td>
              <td>
                <PartText text={theirs} part={part} />
              </td>
              <td>
                {open ? (
                  <span className={styles.row}>
                    <Button
                      size="small"
                      aria-label={`${t('compare.take')}: ${t.any(`parts.${part}`)}`}
                      onClick={() => decide(part, 'taken')}
                    >
                      {t('compare.take')}
                    </Button>
                    {onKeep && (
                      <Button
                        size="small"
                        aria-label={`${t('compare.keep')}: ${t.any(`parts.${part}`)}`}
                        onClick={() => decide(part, 'kept')}
                      >
                        {t('compare.keep')}
                      </Button>
                    )}
                  </span>
                ) : (
                  t(done === 'kept' ? 'compare.kept' : 'compare.taken')
                )}
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </Section>
  )
}
