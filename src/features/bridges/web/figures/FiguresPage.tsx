import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { BridgeFigures } from '../../contract/figures.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { bridgeFigures } from '../queries.ts'
import { AttendanceTable } from './AttendanceTable.tsx'
import { ExitSection } from './ExitSection.tsx'
import { useFigureWords } from './figure-words.ts'

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
  },
  tile: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '& dd': { margin: 0 },
  },
  value: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** What bridges are worth, who came, and whether they may stop. */
export function FiguresPage() {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const refusalWords = useRefusals('bridges')
  const figures = useQuery(bridgeFigures)
  return (
    <Page
      title={t('figures.title')}
      width="work"
      back={{ to: '/bridge', label: t('figures.back') }}
      {...(figures.data ? { state: t('figures.state', { days: figures.data.days }) } : {})}
    >
      <Loaded query={figures} refusalWords={refusalWords}>
        {(found) => (
          <div className={styles.column}>
            <Tiles figures={found} />
            {found.bridges.length === 0 ? (
              <Section title={t('figures.exit')}>
                <p className={styles.plain}>{t('figures.noBridges')}</p>
              </Section>
            ) : (
              found.bridges.map((bridge) => <ExitSection key={bridge.key} bridge={bridge} />)
            )}
            <Section title={t('figures.attendance')}>
              <AttendanceTable figures={found} />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Tiles({ figures }: { readonly figures: BridgeFigures }) {
  const t = useWords('bridges')
  const styles = useStyles()
  const text = useBridgeStyles()
  const say = useFigureWords()
  const tiles = [
    { name: 'hoursToCause', ...figures.hoursToCause, unit: 'hours' },
    { name: 'clearedOnBridge', ...figures.clearedOnBridge, unit: 'percent' },
    { name: 'solvedAtTier1', ...figures.solvedAtTier1, unit: 'percent' },
    { name: 'openOnBridge', value: figures.openOnBridge, before: null, unit: 'number' },
  ] as const
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ name, value, before, unit }) => (
        <div key={name} className={styles.tile}>
          <dt className={text.strong}>{t(`figures.${name}`)}</dt>
          <dd className={value === null ? text.quiet : styles.value}>{say(value, unit)}</dd>
          {before !== null && <dd className={text.quiet}>{t('figures.before', { value: say(before, unit) })}</dd>}
          <dd className={`${text.quiet} ${text.small}`}>{t(`figures.${name}Text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
