import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { NoticeView } from '../contract.ts'

const useStyles = makeStyles({
  link: {
    display: 'grid',
    rowGap: '2px',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  badge: { flexShrink: 0 },
})

type Props = {
  readonly notice: NoticeView
  /** Told to somebody of whom nothing is asked: some features say that in other words. */
  readonly isNews?: boolean
  readonly className?: string
  readonly onFollow: () => void
}

/** One notice, in the words of the feature that tells; what is new says so in a word, not only in a colour. */
export function NoticeItem({ notice, isNews = false, className, onFollow }: Props) {
  const t = useWords('notices')
  const teller = useWords<string>(notice.teller)
  const styles = useStyles()
  const asNews = `bellNews.${notice.kind}`
  const words = isNews && teller.has(asNews) ? asNews : `bell.${notice.kind}`
  const [to = '/', hash] = notice.link.split('#')
  return (
    <li className={className}>
      <BareLink to={to} {...(hash ? { hash } : {})} className={styles.link} onClick={onFollow}>
        <span className={styles.line}>
          <span className={styles.what}>{teller.any(words, notice.values)}</span>
          {notice.readAt === null && (
            <Badge className={styles.badge} appearance="tint" color="brand" size="small">
              {t('new')}
            </Badge>
          )}
        </span>
        {notice.title !== null && (
          <span className={styles.title} dir="auto">
            {notice.title}
          </span>
        )}
        <span className={styles.quiet}>
          <Time at={notice.at} form="both" quiet />
        </span>
      </BareLink>
    </li>
  )
}
