import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect } from 'react'
import { Logo } from '#ui/frame/logo.tsx'
import { usePersonActions } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalXL,
    paddingBlock: 'clamp(24px, 10vh, 96px)',
    paddingInline: tokens.spacingHorizontalL,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    width: '100%',
    maxWidth: '440px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: 'clamp(20px, 5vw, 36px)',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow8,
  },
  wide: { maxWidth: '680px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    textWrap: 'balance',
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  languages: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
})

export type EntryCardProps = {
  readonly title: string
  readonly intro?: ReactNode
  readonly wide?: boolean
  readonly children?: ReactNode
}

/** A page before (or just after) somebody is signed in: one card, one thing to do, and the choice of language. */
export function EntryCard({ title, intro, wide = false, children }: EntryCardProps) {
  const ui = useWords('ui')
  const styles = useStyles()
  useEffect(() => {
    document.title = ui('titleOf', { title })
  }, [ui, title])
  return (
    <div className={styles.place}>
      <div className={styles.brand}>
        <Logo size={32} />
        {ui('product')}
      </div>
      <div className={wide ? `${styles.card} ${styles.wide}` : styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {intro && <p className={styles.intro}>{intro}</p>}
        {children}
      </div>
      <LanguageChoice />
    </div>
  )
}

function LanguageChoice() {
  const ui = useWords('ui')
  const styles = useStyles()
  const { setLanguage } = usePersonActions()
  return (
    <div role="group" aria-label={ui('language.label')} className={styles.languages}>
      {(['nl', 'en'] as const).map((language) => (
        <Button
          key={language}
          size="small"
          appearance={ui.language === language ? 'outline' : 'subtle'}
          aria-pressed={ui.language === language}
          lang={language}
          onClick={() => void setLanguage(language)}
        >
          {ui(`language.${language}`)}
        </Button>
      ))}
    </div>
  )
}
