import { Button, mergeClasses } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { Suspense } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { LessonView, WaveMails } from '../../contract/communication.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const LessonDialog = onDemand(() => import('./LessonDialog.tsx').then((module) => module.LessonDialog))
const UseLessonDialog = onDemand(() => import('./UseLessonDialog.tsx').then((module) => module.UseLessonDialog))
const dialogs = [LessonDialog, UseLessonDialog]

/** What the wave before taught, to put into this wave's mails; and what this one teaches, for the next. */
export function Lessons({ view }: { readonly view: WaveMails }) {
  const t = useWords('rollout')
  const { text } = usePlanWords()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout')
  const writing = useDialog<LessonView | 'new'>()
  const using = useDialog<LessonView>()
  const removing = useDialog<LessonView>()
  useFetchedWhenIdle(dialogs)
  const wasOpen = useEver(writing.open || using.open)
  const { wave, previous, mayWrite } = view
  const of = (key: string | undefined) => view.lessons.filter((lesson) => lesson.wave === key)
  const list = (lessons: readonly LessonView[], into: boolean) => (
    <LessonList
      lessons={lessons}
      {...(mayWrite ? { onChange: writing.show, onRemove: removing.show } : {})}
      {...(mayWrite && into ? { onUse: using.show } : {})}
    />
  )
  return (
    <>
      {previous && of(previous.key).length > 0 && (
        <Section title={t('lessons.ofPrevious', { wave: text(previous.name) })}>
          {list(of(previous.key), true)}
        </Section>
      )}
      <Section
        title={t('lessons.title', { wave: text(wave.name) })}
        action={
          mayWrite && (
            <Button icon={<LightbulbRegular />} onClick={() => writing.show('new')}>
              {t('lessons.write')}
            </Button>
          )
        }
      >
        {of(wave.key).length === 0 ? (
          <EmptyState title={t('lessons.none')} text={t('lessons.noneText')} />
        ) : (
          list(of(wave.key), true)
        )}
      </Section>
      <Suspense>
        {wasOpen && writing.of && (
          <LessonDialog
            key={`write ${writing.turn}`}
            wave={wave.key}
            lesson={writing.of === 'new' ? null : writing.of}
            open={writing.open}
            onClose={writing.hide}
          />
        )}
        {wasOpen && using.of && (
          <UseLessonDialog
            key={`use ${using.turn}`}
            view={view}
            lesson={using.of}
            open={using.open}
            onClose={using.hide}
          />
        )}
      </Suspense>
      <ConfirmDialog
        open={removing.open}
        onClose={removing.hide}
        title={t('lessons.remove')}
        text={t('lessons.removeText')}
        primary={t('lessons.remove')}
        refusalWords={refusalWords}
        danger
        onConfirm={async () => {
          if (!removing.of) return
          await rolloutApi('DELETE /api/v1/rollout/lessons/:id', { params: { id: removing.of.id } })
          await refresh()
        }}
      />
    </>
  )
}

type LessonListProps = {
  readonly lessons: readonly LessonView[]
  readonly onChange?: (lesson: LessonView) => void
  readonly onRemove?: (lesson: LessonView) => void
  readonly onUse?: (lesson: LessonView) => void
}

function LessonList({ lessons, onChange, onRemove, onUse }: LessonListProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  return (
    <ul className={styles.list}>
      {lessons.map((lesson) => (
        <li key={lesson.id} className={styles.card}>
          <span className={mergeClasses(styles.quiet, styles.small)}>
            {lesson.writtenBy.name} · <Time at={lesson.writtenAt} quiet />
          </span>
          <PlainText text={lesson.happened} />
          {lesson.tell[t.language] !== '' && (
            <p className={styles.quote} lang={t.language}>
              {lesson.tell[t.language]}
            </p>
          )}
          {lesson.uses.length > 0 && (
            <span className={styles.small}>
              {t('lessons.in')}{' '}
              {lesson.uses.map(({ wave, kind }, index) => (
                <span key={`${wave} ${kind}`}>
                  {index > 0 && ', '}
                  <PageLink to={`/rollout/waves/${wave}/mails/${kind}`}>{t(`mails.kinds.${kind}`)}</PageLink>
                </span>
              ))}
            </span>
          )}
          {onChange && onRemove && (
            <div className={styles.row}>
              {onUse && (
                <Button size="small" appearance="primary" onClick={() => onUse(lesson)}>
                  {t('lessons.use')}
                </Button>
              )}
              <Button size="small" onClick={() => onChange(lesson)}>
                {t('lessons.change')}
              </Button>
              <Button size="small" appearance="subtle" onClick={() => onRemove(lesson)}>
                {t('lessons.remove')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
