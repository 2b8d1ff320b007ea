import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useNow } from '#ui/time/now.ts'
import { exampleParts, withExample } from '../../../domain/edit/example.ts'
import { addDays } from '../../../domain/days.ts'
import { starterPlan } from '../../../domain/starter/starter-plan.ts'
import type { Chapter } from '../../ChapterTabs.tsx'
import { InvolvementChapter } from '../../chapters/InvolvementChapter.tsx'
import { ProcessChapter } from '../../chapters/ProcessChapter.tsx'
import { TeamsChapter } from '../../chapters/TeamsChapter.tsx'
import { TrainingChapter } from '../../chapters/TrainingChapter.tsx'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { useEditor, usePlanPart } from '../editor.tsx'

const pages = {
  teams: TeamsChapter,
  process: ProcessChapter,
  training: TrainingChapter,
  involvement: InvolvementChapter,
}

const useStyles = makeStyles({
  surface: { width: '900px', maxWidth: '96vw' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  parts: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  part: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
})

type ExampleDialogProps = { readonly chapter: Chapter; readonly open: boolean; readonly onClose: () => void }

/** The chapter as it is in the plan of Microsoft's planning guide; its parts can be taken over. */
export function ExampleDialog({ chapter, open, onClose }: ExampleDialogProps) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const { change, goTo } = useEditor()
  const toast = useToast()
  const today = useNow().slice(0, 10)
  const starts = usePlanPart((plan) => plan.involvement.phases[0]?.starts ?? '')
  const owner = usePlanPart((plan) => plan.owner)
  const example = useMemo(
    () => starterPlan({ startDay: starts === '' ? addDays(today, 28) : starts, owner }),
    [starts, today, owner],
  )
  useReturnFocus(open)
  const Chapter = pages[chapter]
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('example.title', { chapter: t(`chapters.${chapter}`) })}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={mergeClasses(plain.plain, plain.quiet)}>{t('example.text')}</p>
            <ul className={styles.parts}>
              {exampleParts[chapter].map((part) => (
                <li key={part} className={styles.part}>
                  <span>{t(`example.parts.${part}`)}</span>
                  <Button
                    size="small"
                    aria-label={t('example.useThis', { part: t(`example.parts.${part}`) })}
                    onClick={() => {
                      change([chapter], (plan) => withExample(plan, example, part))
                      toast({ text: t('example.taken', { part: t(`example.parts.${part}`) }), tone: 'success' })
                      onClose()
                      goTo([chapter])
                    }}
                  >
                    {t('example.use')}
                  </Button>
                </li>
              ))}
            </ul>
            <Chapter plan={example} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('example.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
