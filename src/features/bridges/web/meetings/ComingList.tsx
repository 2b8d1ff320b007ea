import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BridgesOverview } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { OutlookSign } from './QuorumOutlook.tsx'

export const useMeetingLinks = makeStyles({
  link: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  off: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalS },
  struck: { textDecorationLine: 'line-through' },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
})

const most = 6

type Props = { readonly overview: BridgesOverview; readonly shown: string | null }

/** The meetings after the one that is shown; each can be shown in its place. */
export function ComingList({ overview: { coming, cancelled }, shown }: Props) {
  const t = useWords('bridges')
  const styles = useMeetingLinks()
  const text = useBridgeStyles()
  const others = coming.filter(({ meeting }) => meeting.id !== shown)
  const all = [
    ...others.map((one) => ({ ...one, off: false as const })),
    ...cancelled.map((meeting) => ({ meeting, off: true as const })),
  ]
    .toSorted((one, other) => (one.meeting.startsAt < other.meeting.startsAt ? -1 : 1))
    .slice(0, most)
  return (
    <Section title={t('coming.title')} card>
      {all.length === 0 ? (
        <p className={`${text.plain} ${text.quiet}`}>{t('coming.none')}</p>
      ) : (
        <ul className={text.list}>
          {all.map((one) => (
            <li key={one.meeting.id}>
              {one.off ? (
                <div className={styles.off}>
                  <span className={styles.struck}>
                    <Time at={one.meeting.startsAt} quiet /> · {one.meeting.name[t.language]}
                  </span>{' '}
                  <span className={text.quiet}>{t('coming.cancelled')}</span>
                </div>
              ) : (
                <BareLink to="/bridge" search={{ meeting: one.meeting.id }} className={mergeClasses(styles.link)}>
                  <span className={text.strong}>
                    <Time at={one.meeting.startsAt} quiet />
                  </span>
                  <span className={text.wrap}>{one.meeting.name[t.language]}</span>
                  <span className={`${text.quiet} ${text.small}`}>
                    {one.items > 0 && `${t('coming.items', { count: one.items })} · `}
                    <OutlookSign outlook={one.outlook} /> {t.any(`quorum.${one.outlook}`)}
                  </span>
                </BareLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
