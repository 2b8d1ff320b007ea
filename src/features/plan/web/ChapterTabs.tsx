import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useAddress } from '#ui/pages/address.ts'
import type { Severity } from '../domain/check/finding.ts'
import { useWords } from '#ui/words/words.ts'

export const chapters = ['teams', 'process', 'training', 'involvement'] as const
export type Chapter = (typeof chapters)[number]

function readChapter(search: Readonly<Record<string, unknown>>): { readonly chapter: Chapter } {
  return { chapter: chapters.find((chapter) => chapter === search['chapter']) ?? 'teams' }
}

/** Which chapter is open; it stands in the address. */
export function useChapter() {
  const [{ chapter }, change] = useAddress(readChapter)
  return [chapter, (next: Chapter) => change({ chapter: next })] as const
}

const useStyles = makeStyles({
  tabs: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: 'auto',
    '@media (max-width: 640px)': { marginInline: `calc(-1 * ${tokens.spacingHorizontalL})` },
  },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '20px',
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid currentColor',
    fontSize: tokens.fontSizeBase200,
    marginInlineEnd: tokens.spacingHorizontalS,
  },
  label: { display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' },
  count: { marginInlineStart: tokens.spacingHorizontalS },
})

export type ChapterCount = { readonly count: number; readonly gravest: Severity }

const badges = { error: 'danger', warning: 'important', hint: 'informative' } as const

type ChapterTabsProps = {
  readonly chapter: Chapter
  readonly onChapter: (chapter: Chapter) => void
  /** What was found per chapter, while editing. */
  readonly found?: Readonly<Record<Chapter, ChapterCount>>
}

/** The planning guide's four questions, as steps across the top. */
export function ChapterTabs({ chapter, onChapter, found }: ChapterTabsProps) {
  const t = useWords('plan')
  const styles = useStyles()
  return (
    <TabList
      selectedValue={chapter}
      onTabSelect={(_, { value }) => onChapter(value as Chapter)}
      className={styles.tabs}
      aria-label={t('chapters.label')}
    >
      {chapters.map((one, index) => {
        const { count, gravest } = found?.[one] ?? { count: 0, gravest: 'hint' }
        return (
          <Tab key={one} value={one} id={`chapter-${one}`} aria-controls="chapter">
            <span className={styles.label}>
              <span className={styles.number} aria-hidden>
                {index + 1}
              </span>
              {t(`chapters.${one}`)}
              {count > 0 && (
                <CounterBadge
                  className={styles.count}
                  count={count}
                  color={badges[gravest]}
                  size="small"
                  aria-label={t('check.count', { count })}
                  role="img"
                />
              )}
            </span>
          </Tab>
        )
      })}
    </TabList>
  )
}
