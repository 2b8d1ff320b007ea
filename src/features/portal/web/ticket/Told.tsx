import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import { FileRow } from '#ui/files/FileRow.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  entry: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  own: { backgroundColor: tokens.colorBrandBackground2 },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
})

type Props = { readonly shown: RequesterTicket; readonly mayOpenFiles: boolean }

/** What was said and what happened, newest first. */
export function Told({ shown, mayOpenFiles }: Props) {
  const t = useWords('portal')
  const styles = useStyles()
  return (
    <ol className={styles.list} reversed>
      {shown.story.toReversed().map((entry) => (
        <li
          key={entry.number}
          className={mergeClasses(
            styles.entry,
            (entry.type === 'opened' || entry.type === 'answered' || entry.type === 'reopened') && styles.own,
          )}
        >
          <div className={styles.head}>
            {t.any(`told.${entry.type}${entry.outcome ? `.${entry.outcome}` : ''}`, {
              name: entry.by ? (shown.people[entry.by]?.name ?? '') : '',
              score: entry.satisfaction ?? 0,
            })}{' '}
            · <Time at={entry.at} />
          </div>
          {entry.text && <PlainText text={entry.text} />}
          {entry.files.map((id) => {
            const file = shown.files[id]
            if (!file) return null
            return mayOpenFiles ? (
              <FileRow key={id} name={file.name} size={file.size} href={`/api/v1/files/${id}`} />
            ) : (
              <p key={id}>{t('told.fileNeedsSignIn', { name: file.name })}</p>
            )
          })}
        </li>
      ))}
    </ol>
  )
}
