import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { memo, Suspense, useState } from 'react'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import type { Chapter } from '../ChapterTabs.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'

const ExampleDialog = onDemand(() => import('./example/ExampleDialog.tsx').then((module) => module.ExampleDialog))
const dialogs = [ExampleDialog]

const useStyles = makeStyles({
  intro: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  words: { flexBasis: '24rem', flexGrow: 1, minWidth: 0 },
  question: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

/** The planning guide's question, what its answer is for, and an example that is filled in. */
export const ChapterIntro = memo(function ChapterIntro({ chapter }: { readonly chapter: Chapter }) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const ever = useEver(open)
  useFetchedWhenIdle(dialogs)
  return (
    <div className={styles.intro}>
      <div className={styles.words}>
        <h2 className={mergeClasses(plain.heading, styles.question)}>{t(`intro.${chapter}.question`)}</h2>
        <p className={plain.plain}>{t(`intro.${chapter}.purpose`)}</p>
      </div>
      <Button icon={<LightbulbRegular aria-hidden />} onClick={() => setOpen(true)}>
        {t('example.show')}
      </Button>
      <Suspense>{ever && <ExampleDialog chapter={chapter} open={open} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  )
})
