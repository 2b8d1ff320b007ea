import { Card, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useId, useState } from 'react'
import { type Finding, type Place, severities } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Chapter } from '../ChapterTabs.tsx'
import { chapterOf } from '../edit/place.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { FindingLine } from './FindingLine.tsx'
import { LinkCheck } from './LinkCheck.tsx'

const useStyles = makeStyles({
  head: { justifyContent: 'space-between' },
  sound: { flexWrap: 'nowrap' },
  good: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0, fontSize: '24px' },
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  /** The drawing stays in sight beneath a long list. */
  body: { '@media (min-width: 1101px)': { maxHeight: '42vh', overflowY: 'auto' } },
  group: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
})

type FindingsPanelProps = {
  readonly findings: readonly Finding[]
  readonly plan: SupportPlan
  readonly chapter: Chapter
  readonly goTo: (place: Place) => void
  readonly mend: (finding: Finding) => void
}

/** What the check found: how grave, where, why, how to mend it, and a button where one click does. */
export function FindingsPanel({ findings, plan, chapter, goTo, mend }: FindingsPanelProps) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const id = useId()
  const [everywhere, setEverywhere] = useState(false)
  const here = findings.filter(({ place }) => chapterOf(place) === chapter)
  const shown = everywhere ? findings : here
  return (
    <Card>
      <div className={mergeClasses(plain.row, styles.head)}>
        <h2 className={plain.heading}>{t('check.title')}</h2>
        <span role="status" className={mergeClasses(plain.quiet, plain.small)}>
          {findings.length > 0 && t('check.count', { count: findings.length })}
        </span>
      </div>
      {findings.length > 0 && findings.every(({ severity }) => severity !== 'error') && (
        <span className={plain.small}>{t('check.publishable')}</span>
      )}
      {findings.length === 0 ? (
        <span className={mergeClasses(plain.row, styles.sound)} role="status">
          <CheckmarkCircleRegular className={styles.good} aria-hidden />
          <span>
            <strong>{t('check.sound')}</strong>
            <br />
            <span className={plain.quiet}>{t('check.soundText')}</span>
          </span>
        </span>
      ) : (
        <>
          <TabList
            size="small"
            className={styles.tabs}
            selectedValue={everywhere ? 'all' : 'here'}
            onTabSelect={(_, { value }) => setEverywhere(value === 'all')}
            aria-label={t('check.show')}
          >
            <Tab value="here" id={`${id}-here`} aria-controls={id}>{`${t('check.here')} (${here.length})`}</Tab>
            <Tab value="all" id={`${id}-all`} aria-controls={id}>{`${t('check.all')} (${findings.length})`}</Tab>
          </TabList>
          <div
            id={id}
            role="tabpanel"
            aria-labelledby={`${id}-${everywhere ? 'all' : 'here'}`}
            className={mergeClasses(plain.stack, styles.body)}
          >
            {shown.length === 0 && <span className={plain.quiet}>{t('check.noneHere')}</span>}
            {severities.map((severity) => {
              const group = shown.filter((finding) => finding.severity === severity)
              return (
                group.length > 0 && (
                  <section key={severity} className={plain.stack}>
                    <h3 className={styles.group}>{t(`check.groups.${severity}`, { count: group.length })}</h3>
                    <ul className={styles.list}>
                      {group.map((finding) => (
                        <FindingLine
                          key={`${finding.code} ${finding.place.join('.')} ${JSON.stringify(finding.values)}`}
                          finding={finding}
                          plan={plan}
                          goTo={goTo}
                          mend={mend}
                        />
                      ))}
                    </ul>
                  </section>
                )
              )
            })}
          </div>
        </>
      )}
      <LinkCheck />
    </Card>
  )
}
