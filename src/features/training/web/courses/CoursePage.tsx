import { Button, Link, makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useAddress, usePathParams } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CourseView } from '../../contract/courses.ts'
import { course } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useTrainingLive } from '../training-words.ts'
import { AgendaItem } from './AgendaItem.tsx'

const views = ['read', 'trainer'] as const
type View = (typeof views)[number]
const readAddress = ({ view, language }: Readonly<Record<string, unknown>>) => ({
  view: views.find((one) => one === view) ?? ('read' as View),
  language: language === 'nl' || language === 'en' ? (language as 'nl' | 'en') : undefined,
})

/** On paper there is the course alone, all of it, in black. */
const usePaper = makeStaticStyles(`@media print {
  html, body, #root { height: auto !important; overflow: visible !important; }
  div:has(> #main) { display: block !important; height: auto !important; }
  div:has(> #main) > :not(#main) { display: none !important; }
  #main { overflow: visible !important; }
  #main, #main * { color: black !important; }
}`)

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '28px',
    columnGap: '2px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  part: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '2px',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  practice: { backgroundColor: 'var(--tier-1-tint)', boxShadow: 'inset 0 -4px 0 var(--tier-1-ink)' },
  unprinted: { '@media print': { display: 'none' } },
})

/** What a course tells, page by page, for this organisation's own plan; with the trainer's notes in the trainer's view. */
export function CoursePage() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  usePaper()
  const { key = '' } = usePathParams()
  const query = useQuery(course(key))
  const duration = useDuration()
  const [{ view, language = t.language }, change] = useAddress(readAddress)
  useTrainingLive()
  const name = query.data?.course.name[t.language]
  return (
    <Page
      title={name ?? t('course.title')}
      width="work"
      state={
        query.data &&
        t('course.state', {
          minutes: duration(query.data.course.minutes),
          percent: query.data.course.passPercent,
          months: query.data.course.validMonths,
          version: query.data.planVersion,
        })
      }
      back={{ to: '/training', label: t('home.title') }}
      action={
        <div className={mergeClasses(styles.row, own.unprinted)}>
          {query.data?.may.edit && (
            <ButtonLink to={`/training/courses/${key}/questions`}>
              {t('course.questions', { count: query.data.questions })}
            </ButtonLink>
          )}
          <Button icon={<PrintRegular aria-hidden />} onClick={() => window.print()}>
            {t('course.print')}
          </Button>
        </div>
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            <Agenda shown={shown} />
            <div className={mergeClasses(styles.row, own.unprinted)}>
              <Tabs
                label={t('course.views')}
                tabs={views.map((value) => ({ value, text: t(`course.view.${value}`) }))}
                value={view}
                onChange={(value) => change({ view: value })}
              />
              <Tabs
                label={t('course.language')}
                size="small"
                tabs={(['nl', 'en'] as const).map((value) => ({ value, text: t(`languages.${value}`) }))}
                value={language}
                onChange={(value) => change({ language: value })}
              />
            </div>
            {shown.agenda.map((item) => (
              <AgendaItem
                key={item.key}
                courseKey={key}
                item={item}
                language={language}
                withNotes={view === 'trainer'}
                mayEdit={shown.may.edit}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The hours of the course, and what stands where in them. */
function Agenda({ shown }: { readonly shown: CourseView }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  const duration = useDuration()
  const said = shown.agenda.map((item) => `${item.name[t.language]}: ${duration(item.minutes)}`).join('; ')
  return (
    <Section title={t('course.agenda')} card>
      <div className={styles.stack}>
        <div className={own.bar} role="img" aria-label={said}>
          {shown.agenda.map((item) => (
            <div
              key={item.key}
              className={mergeClasses(own.part, item.form === 'practice' && own.practice)}
              style={{ flexGrow: item.minutes, flexBasis: 0 }}
            >
              {item.minutes}
            </div>
          ))}
        </div>
        <ol className={styles.list}>
          {shown.agenda.map((item) => (
            <li key={item.key} className={styles.row}>
              <TierBadge tier={shown.course.tier} size="small" hollow={item.form !== 'practice'} />
              <span className={styles.grow}>
                <Link href={`#item-${item.key}`}>{item.name[t.language]}</Link>
              </span>
              <span className={styles.quiet}>
                {t(`course.form.${item.form}`)} · {duration(item.minutes)}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  )
}
