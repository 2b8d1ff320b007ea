import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { memo, useCallback, useDeferredValue, useEffect, useMemo } from 'react'
import { useSettled } from '#ui/form/settled.ts'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Slot } from '#ui/pages/slots.tsx'
import type { PlanDraft } from '../../contract.ts'
import { mendPlan } from '../../domain/check/check-plan.ts'
import type { Finding, Place } from '../../domain/check/finding.ts'
import { ChapterTabs, useChapter } from '../ChapterTabs.tsx'
import { FindingsPanel } from '../check/FindingsPanel.tsx'
import { countPerChapter, useFindings } from '../check/use-findings.ts'
import { ChapterDrawing } from '../drawings/ChapterDrawing.tsx'
import { DocumentsLink } from '../documents/DocumentsLink.tsx'
import { DrawingPlaces } from '../drawings/drawing-places.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { ChapterIntro } from './ChapterIntro.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DraftBar } from './DraftBar.tsx'
import { type Editor, EditorProvider } from './editor.tsx'
import { InvolvementForm } from './involvement/InvolvementForm.tsx'
import { chapterOf, focusNearest } from './place.ts'
import { ProcessForm } from './process/ProcessForm.tsx'
import { RemovalProvider } from './removal.tsx'
import { TeamsForm } from './teams/TeamsForm.tsx'
import { TrainingForm } from './training/TrainingForm.tsx'
import { useDraftEditor } from './use-draft-editor.ts'
import { useUndoKeys } from './undo-keys.ts'

/** Milliseconds; a check of a large plan takes as long as a few keys. */
const pauseBeforeCheck = 250

// A key typed in a field draws that field again, not the chapter around it.
const forms = {
  teams: memo(TeamsForm),
  process: memo(ProcessForm),
  training: memo(TrainingForm),
  involvement: memo(InvolvementForm),
}
const Drawing = memo(ChapterDrawing)
const Findings = memo(FindingsPanel)

/** The draft's chapters as forms; it saves itself, and shows beside it what was found and how it is drawn. */
export function DraftForm({ initial }: { readonly initial: PlanDraft }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const say = useProblemText()
  const draft = useDraftEditor(initial)
  const { sync, store, edit, change, undo, redo } = draft
  const [chapter, setChapter] = useChapter()
  const shown = useDeferredValue(sync.document)
  const checked = useSettled(sync.document, pauseBeforeCheck)
  const findings = useFindings(sync.saved, checked)

  useEffect(() => store.setFindings(findings), [store, findings])

  const goTo = useCallback(
    (place: Place) => {
      setChapter(chapterOf(place))
      for (let length = 1; length <= place.length; length += 1) store.setOpen(place.slice(0, length), true)
      // The fields of the place are there after the next drawing of the page, and that of a closed entry after one more.
      requestAnimationFrame(() => requestAnimationFrame(() => focusNearest(place)))
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the router's change of address does the same each time it is made
    [store],
  )
  const editor = useMemo<Editor>(() => ({ store, edit, change, undo, goTo }), [store, edit, change, undo, goTo])

  useUndoKeys(undo, redo)

  const perChapter = useMemo(() => countPerChapter(findings), [findings])
  const mend = useCallback(
    (finding: Finding) => change(finding.place, (plan) => mendPlan(plan, finding) ?? plan),
    [change],
  )

  const Form = forms[chapter]
  return (
    <Page
      title={t('edit.titleOf', { number: sync.saved.number })}
      width="work"
      back={{ to: '/plan', label: t('page.title') }}
      state={t('edit.state')}
      action={<DocumentsLink number={sync.saved.number} />}
    >
      {draft.state === 'refused' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{say(draft.error).sentence}</MessageBarBody>
        </MessageBar>
      )}
      <ConflictNotice draft={draft} goTo={goTo} />
      <Slot name="plan.proposals" of={{}} />
      <EditorProvider editor={editor}>
        <RemovalProvider>
          <ChapterTabs chapter={chapter} onChapter={setChapter} found={perChapter} />
          <div id="chapter" role="tabpanel" aria-labelledby={`chapter-${chapter}`} className={styles.twoColumns}>
            <div className={styles.column}>
              <ChapterIntro chapter={chapter} />
              <Form />
            </div>
            <div className={styles.side}>
              <Findings findings={findings} plan={checked} chapter={chapter} goTo={goTo} mend={mend} />
              <DrawingPlaces editing={editor}>
                <Drawing chapter={chapter} plan={shown} />
              </DrawingPlaces>
            </div>
          </div>
        </RemovalProvider>
      </EditorProvider>
      <DraftBar
        draft={draft}
        goTo={goTo}
        forecast={<Slot name="plan.outlook" of={{ document: draft.sync.document, plan: 'draft' }} />}
      />
    </Page>
  )
}
