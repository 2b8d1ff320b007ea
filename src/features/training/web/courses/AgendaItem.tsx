import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { Time, useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CourseView } from '../../contract/courses.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { PageText } from './PageText.tsx'

const EditItemDialog = onDemand(() => import('./EditItemDialog.tsx').then((module) => module.EditItemDialog))

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBlockEnd: tokens.spacingVerticalXL,
    '@media print': { breakInside: 'avoid' },
  },
  notes: {
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxWidth: '72ch',
  },
  unprinted: { '@media print': { display: 'none' } },
})

type AgendaItemProps = {
  readonly courseKey: string
  readonly item: CourseView['agenda'][number]
  readonly language: 'nl' | 'en'
  readonly withNotes: boolean
  readonly mayEdit: boolean
}

/** One agenda item with its pages. What is read may be in another language than the page around it. */
export function AgendaItem({ courseKey, item, language, withNotes, mayEdit }: AgendaItemProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  const duration = useDuration()
  const editing = useDialog()
  useFetchedWhenIdle(mayEdit ? [EditItemDialog] : [])
  return (
    <div id={`item-${item.key}`}>
      <Section
        title={item.name[t.language]}
        card
        action={
          mayEdit && (
            <Button
              size="small"
              className={own.unprinted}
              aria-label={t('course.editOf', { item: item.name[t.language] })}
              onClick={() => editing.show(true)}
            >
              {t('course.edit')}
            </Button>
          )
        }
      >
        {item.edited && (
          <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
            {t('course.editedBy', { name: item.edited.by.name })} <Time at={item.edited.at} quiet />
          </p>
        )}
        {item.pages.length === 0 && <p className={styles.plain}>{t('course.empty')}</p>}
        <div lang={language}>
          {item.pages.map((page, index) => (
            <article key={index} className={own.page}>
              <div className={styles.row}>
                <h3 className={styles.heading}>{page.title[language]}</h3>
                <span className={mergeClasses(styles.quiet, styles.small)}>{duration(page.minutes)}</span>
              </div>
              <PageText words={page.body[language]} label={page.title[language]} />
              {withNotes && page.notes[language] !== '' && (
                <div role="note" className={own.notes} aria-label={t('course.notes')}>
                  <PageText words={page.notes[language]} label={page.title[language]} />
                </div>
              )}
              {page.sources.length > 0 && (
                <p
                  className={mergeClasses(styles.plain, styles.quiet, styles.small, styles.wrap)}
                  lang={t.language}
                >
                  {t('course.source', { count: page.sources.length })}{' '}
                  {page.sources.map((source, at) => (
                    <span key={source}>
                      {at > 0 && ', '}
                      <Link inline lang="en" href={source} target="_blank" rel="noreferrer">
                        {shortened(source)}
                      </Link>
                    </span>
                  ))}
                </p>
              )}
            </article>
          ))}
        </div>
        {item.material.length > 0 && (
          <p className={styles.plain}>
            {t('course.material')}{' '}
            {item.material.map(({ name, url }, index) => (
              <span key={url}>
                {index > 0 && ', '}
                <Link inline href={url} target="_blank" rel="noreferrer">
                  {name[t.language]}
                </Link>
              </span>
            ))}
          </p>
        )}
      </Section>
      {editing.of && (
        <Suspense>
          <EditItemDialog
            key={editing.turn}
            courseKey={courseKey}
            item={item}
            open={editing.open}
            onClose={editing.hide}
          />
        </Suspense>
      )}
    </div>
  )
}

/** The last part of an address says which page it is; all of it would not fit. */
function shortened(source: string): string {
  const { hostname, pathname } = new URL(source)
  return `${hostname}/…/${pathname.split('/').filter(Boolean).at(-1) ?? ''}`
}
