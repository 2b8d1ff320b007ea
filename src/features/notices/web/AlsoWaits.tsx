import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/page/Page.tsx'
import { fetchWords, useWords } from '#ui/words/words.ts'
import { alsoWaiting } from './also-waiting.ts'
import { NoticeItem } from './NoticeItem.tsx'
import { notices } from './notice-queries.ts'
import { useRead } from './use-read.ts'

const most = 3

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  item: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    '& > a': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
  more: { margin: 0, color: tokens.colorNeutralForeground2 },
})

type Props = {
  /** What the page shows in words of its own: notices of these features, or of these kinds of a feature. */
  readonly shown: readonly string[]
  /** What cannot wait. */
  readonly first: readonly string[]
}

/** On a page of work: what else asks something of me, from the same list as the bell. */
export function AlsoWaits({ shown, first }: Props) {
  const t = useWords('notices')
  const styles = useStyles()
  const read = useRead()
  const { data } = useQuery(notices)
  const asks = alsoWaiting(data?.asks ?? [], { shown, first })
  if (asks.length === 0) return null
  for (const teller of new Set(asks.map((notice) => notice.teller))) fetchWords(teller)
  return (
    <Section title={t('alsoWaits')}>
      <ul className={styles.list}>
        {asks.slice(0, most).map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            className={styles.item}
            onFollow={() => {
              if (notice.readAt === null) read.mutate({ id: notice.id })
            }}
          />
        ))}
      </ul>
      {asks.length > most && <p className={styles.more}>{t('more', { count: asks.length - most })}</p>}
    </Section>
  )
}
