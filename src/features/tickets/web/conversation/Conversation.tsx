import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useState } from 'react'
import { FileRow } from '#ui/files/FileRow.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { useStorySentence } from '../panels/story-sentence.ts'
import type { PlanNames } from '../plan-names.ts'
import { skipped } from './folding.ts'

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
  field: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  earlier: { display: 'flex', justifyContent: 'center' },
  files: { listStyleType: 'none', margin: 0, padding: 0 },
  lock: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', fontWeight: tokens.fontWeightSemibold },
})

type Entry = DeskTicket['story'][number]

const ours = new Set(['replied', 'asked'])
const internal = new Set([
  'noted',
  'contacted',
  'handover-offered',
  'sent-back',
  'question-asked',
  'question-answered',
  'vendor-case-opened',
  'vendor-answered',
])
const fromOutside = new Set(['opened', 'answered', 'reopened'])

/** What was said, in order: to and from the requester, and notes that never reach them. */
export function Conversation({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const sentence = useStorySentence(shown, names)
  const messages = shown.story.filter(
    ({ type, texts, files }) =>
      (ours.has(type) || internal.has(type) || fromOutside.has(type)) && texts.length + files.length > 0,
  )
  const [isWhole, setWhole] = useState(false)
  const hidden = isWhole ? 0 : skipped(messages.length)
  const show = (entry: Entry) => {
    const isNote = internal.has(entry.type)
    const isOurs = ours.has(entry.type)
    const author = entry.by.kind === 'person' ? (shown.people[entry.by.personId]?.name ?? '') : 'Tierwise'
    return (
      <li
        key={entry.number}
        className={mergeClasses(styles.message, isOurs && styles.ours, isNote && styles.note)}
        data-kind={isNote ? 'internal' : 'requester'}
      >
        <div className={styles.head}>
          <span className={styles.who}>{author}</span>
          {isNote && entry.type !== 'noted' && <span>{sentence(entry)}</span>}
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
            <div key={field}>
              {entry.texts.length > 1 && isNote && <span className={styles.field}>{t.any(`field.${field}`)}</span>}
              <PlainText text={text} />
            </div>
          ))}
        {entry.files.length > 0 && (
          <ul className={styles.files}>
            {entry.files.map((id) => {
              const file = shown.files[id]
              return file ? (
                <FileRow key={id} name={file.name} size={file.size} href={`/api/v1/files/${id}`} />
              ) : null
            })}
          </ul>
        )}
      </li>
    )
  }
  return (
    <ol className={styles.list} aria-label={t('conversation.label')}>
      {messages.slice(0, 1).map(show)}
      {hidden > 0 && (
        <li className={styles.earlier}>
          <Button appearance="subtle" onClick={() => setWhole(true)}>
            {t('conversation.earlier', { count: hidden })}
          </Button>
        </li>
      )}
      {messages.slice(1 + hidden).map(show)}
    </ol>
  )
}
