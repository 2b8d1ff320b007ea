import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useCallback, useMemo, useState } from 'react'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import type { PlanDraft } from '../../contract.ts'
import type { Place } from '../../domain/check/finding.ts'
import { type Chapter, chapters, ChapterTabs, useChapter } from '../ChapterTabs.tsx'
import { ChapterDrawing } from '../drawings/ChapterDrawing.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DraftBar } from './DraftBar.tsx'
import { EditorProvider } from './editor.tsx'
import { InvolvementForm } from './InvolvementForm.tsx'
import { chapterOf, fieldId } from './place.ts'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { ProcessForm } from './ProcessForm.tsx'
import { TeamsForm } from './TeamsForm.tsx'
import { TrainingForm } from './TrainingForm.tsx'
import { useDraftEditor } from './use-draft-editor.ts'

const forms = { teams: TeamsForm, process: ProcessForm, training: TrainingForm, involvement: InvolvementForm }

/** The draft's chapters as forms; it saves itself, and shows beside it what keeps it from being published. */
export function DraftForm({ initial }: { readonly initial: PlanDraft }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const say = useProblemText()
  const draft = useDraftEditor(initial)
  const { sync, edit, update } = draft
  const problems = sync.saved.findings
  const [chapter, setChapter] = useChapter()
  const [openPlaces, setOpenPlaces] = useState<ReadonlySet<string>>(new Set())

  const setOpen = useCallback((place: Place, open: boolean) => {
    setOpenPlaces((before) => {
      const next = new Set(before)
      if (open) next.add(place.join('.'))
      else next.delete(place.join('.'))
      return next
    })
  }, [])

  const goTo = (place: Place) => {
    setChapter(chapterOf(place))
    for (let length = 1; length <= place.length; length += 1) setOpen(place.slice(0, length), true)
    // The fields of the place are there after the next drawing of the page, and that of a closed entry after one more.
    requestAnimationFrame(() => requestAnimationFrame(() => focusNearest(place)))
  }

  const perChapter = useMemo(() => {
    const count = (one: Chapter) => problems.filter((problem) => chapterOf(problem.place) === one).length
    return Object.fromEntries(chapters.map((one) => [one, count(one)])) as Record<Chapter, number>
  }, [problems])

  const Form = forms[chapter]
  return (
    <Page
      title={t('edit.titleOf', { number: sync.saved.number })}
      width="work"
      back={{ to: '/plan', label: t('page.title') }}
      state={t('edit.state')}
    >
      {draft.state === 'refused' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{say(draft.error).sentence}</MessageBarBody>
        </MessageBar>
      )}
      <ConflictNotice draft={draft} goTo={goTo} />
      <ChapterTabs chapter={chapter} onChapter={setChapter} problems={perChapter} />
      <div id="chapter" role="tabpanel" aria-labelledby={`chapter-${chapter}`} className={styles.twoColumns}>
        <div className={styles.column}>
          <EditorProvider
            editor={{
              plan: sync.document,
              edit,
              update,
              problems,
              isOpen: (place) => openPlaces.has(place.join('.')),
              setOpen,
            }}
          >
            <Form />
          </EditorProvider>
        </div>
        <div className={styles.column}>
          <ProblemsPanel problems={problems} plan={sync.document} goTo={goTo} />
          <ChapterDrawing chapter={chapter} plan={sync.document} />
        </div>
      </div>
      <DraftBar draft={draft} />
    </Page>
  )
}

/** The field at a place, or the nearest thing around it that is on the page. */
function focusNearest(place: Place): void {
  for (let length = place.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(place.slice(0, length)))
    if (!found) continue
    const inside = found.matches('input, select, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, select, textarea')
    const target = inside ?? found
    target.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
    return
  }
}
