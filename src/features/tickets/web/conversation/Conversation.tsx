import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { FileRow } from '#ui/files/FileRow.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  message: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    maxWidth: '92%',
  },
  ours: { marginInlineStart: 'auto', backgroundColor: tokens.colorBrandBackground2 },
  // Tint, border, lock and label: an internal note is told apart by four signs, of which one is not a colour.
  note: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px dashed ${tokens.colorStatusWarningBorder1}`,
    maxWidth: '100%',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    marginBlockEnd: tokens.spacingVerticalXS,
  },
  who: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  lock: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', fontWeight: tokens.fontWeightSemibold },
})

const shownTypes = new Set(['opened', 'replied', 'asked', 'answered', 'noted', 'contacted', 'vendor-answered'])

/** What was said, in order: to and from the requester, and notes that never reach them. */
export function Conversation({ shown }: { readonly shown: DeskTicket }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const messages = shown.story.filter((entry) => shownTypes.has(entry.type) && entry.texts.length > 0)
  return (
    <ol className={styles.list} aria-label={t('conversation.label')}>
      {messages.map((entry) => {
        const isNote = entry.type === 'noted' || entry.type === 'vendor-answered' || entry.type === 'contacted'
        const isOurs = entry.type === 'replied' || entry.type === 'asked'
        const author = entry.by.kind === 'person' ? (shown.people[entry.by.personId]?.name ?? '') : 'Tierwise'
        return (
          <li
            key={entry.number}
            className={mergeClasses(styles.message, isOurs && styles.ours, isNote && styles.note)}
            data-kind={isNote ? 'internal' : 'requester'}
          >
            <div className={styles.head}>
              <span className={styles.who}>{author}</span>
              <Time at={entry.at} />
              {isNote ? (
                <span className={styles.lock}>
                  <LockClosedRegular aria-hidden />
                  {t('conversation.internal')}
                </span>
              ) : (
                <span>{t.any(`conversation.${entry.type}`)}</span>
              )}
            </div>
            {entry.texts
              .filter(({ field }) => field !== 'subject')
              .map(({ field, text }) => (
                <PlainText key={field} text={text} />
              ))}
            {entry.files.map((id) => {
              const file = shown.files[id]
              return file ? (
                <FileRow key={id} name={file.name} size={file.size} href={`/api/v1/files/${id}`} />
              ) : null
            })}
          </li>
        )
      })}
    </ol>
  )
}
