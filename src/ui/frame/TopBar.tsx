import { Button, mergeClasses } from '@fluentui/react-components'
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import type { ReactNode } from 'react'
import { BareLink } from '../pages/PageLink.tsx'
import { useSignedIn } from '../person/signed-in.tsx'
import { useWords } from '../words/words.ts'
import { useFrameStyles } from './frame-styles.ts'
import { LiveLight } from './LiveLight.tsx'
import { Logo } from './logo.tsx'
import { PersonButton } from './PersonButton.tsx'
import type { PersonMenuProps } from './PersonMenu.tsx'

export type TopBarProps = Pick<PersonMenuProps, 'profile'> & {
  readonly onSearch?: () => void
  readonly onHelp?: () => void
  readonly onMenu?: () => void
  /** The bell and the like. */
  readonly extra?: ReactNode
}

export function TopBar({ onSearch, onHelp, onMenu, extra, profile }: TopBarProps) {
  const t = useWords('ui')
  const styles = useFrameStyles()
  const person = useSignedIn()
  return (
    <header className={styles.top}>
      {onMenu && (
        <Button
          appearance="subtle"
          className={mergeClasses(styles.smallOnly, styles.lowOnly)}
          icon={<NavigationRegular />}
          aria-label={t('frame.menu')}
          onClick={onMenu}
        />
      )}
      <BareLink to="/" className={styles.home} aria-label={t('frame.home')}>
        <Logo />
        <span className={styles.product}>{t('product')}</span>
      </BareLink>
      <span className={styles.organisation}>{person.organisation.name}</span>
      {onSearch ? (
        <Button
          appearance="outline"
          className={styles.search}
          icon={<SearchRegular />}
          onClick={onSearch}
          aria-keyshortcuts="Control+K"
        >
          <span className={styles.searchText}>{t('frame.search')}</span>
          <kbd className={styles.searchKeys}>Ctrl K</kbd>
        </Button>
      ) : (
        <span className={styles.space} />
      )}
      <LiveLight />
      {onHelp && (
        <Button
          appearance="subtle"
          className={styles.wideOnly}
          icon={<QuestionCircleRegular />}
          aria-label={t('frame.help')}
          title={t('frame.help')}
          onClick={onHelp}
          aria-keyshortcuts="?"
        />
      )}
      {extra}
      <PersonButton {...(profile ? { profile } : {})} />
    </header>
  )
}
