import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation'
import { useState } from 'react'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { switchTo } from '#ui/person/practice-switch.ts'
import { useWords } from '#ui/words/words.ts'
import { practiceApi } from './queries.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `2px solid ${tokens.colorStatusWarningBorder2}`,
  },
  text: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  icon: { display: 'flex', fontSize: '20px' },
})

/** On every page of practice: that nothing is real, and the way out. */
export function PracticeBanner() {
  const t = useWords('training')
  const styles = useStyles()
  const toast = useToast()
  const say = useProblemText()
  const [working, setWorking] = useState(false)
  const leave = () => {
    setWorking(true)
    practiceApi('POST /api/v1/training/practice/leave')
      .then(() => switchTo('/training/practice'))
      .catch((error: unknown) => {
        toast({ text: say(error).sentence, tone: 'error' })
        setWorking(false)
      })
  }
  return (
    <section aria-label={t('practice.bannerLabel')} className={styles.bar}>
      <span className={styles.icon}>
        <HatGraduationRegular aria-hidden />
      </span>
      <span className={styles.text}>{t('practice.banner')}</span>
      <PageLink to="/training/practice">{t('practice.bannerExercises')}</PageLink>
      <Button size="small" disabledFocusable={working} onClick={leave}>
        {t('practice.leave')}
      </Button>
    </section>
  )
}
