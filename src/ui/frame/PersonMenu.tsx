import {
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { HangingMenu } from '../menu/HangingMenu.tsx'
import { Initials } from '../person/Initials.tsx'
import { languages, themeChoices } from './choices.ts'
import { type ThemeChoice, usePersonActions, useSignedIn } from '../person/signed-in.tsx'
import { useGo } from '../pages/address.ts'
import { asLanguage, useWords } from '../words/words.ts'

const useStyles = makeStyles({
  who: {
    height: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  names: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300 },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  popover: { width: '280px', maxWidth: '94vw' },
})

export type PersonMenuProps = {
  /** The button it hangs from. */
  readonly target: HTMLElement | null
  readonly onClose: () => void
  /** The person's own page: name, password, absence. */
  readonly profile?: { readonly to: string; readonly text: string }
}

/** Language, appearance and sign-out: everything that is about the person, in one place. */
export function PersonMenu({ target, onClose, profile }: PersonMenuProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const person = useSignedIn()
  const { setLanguage, setTheme, signOut } = usePersonActions()
  const go = useGo()
  return (
    <HangingMenu
      target={target}
      onClose={onClose}
      className={styles.popover}
      checkedValues={{ language: [person.language], theme: [person.theme] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const chosen = checkedItems[0]
        if (!chosen) return
        if (name === 'language') void setLanguage(asLanguage(chosen))
        else void setTheme(chosen as ThemeChoice)
      }}
    >
      <MenuGroup>
        <MenuGroupHeader className={styles.who}>
          <Initials name={person.name} size="large" />
          <span className={styles.names}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.quiet}>{person.email}</span>
            <span className={styles.quiet}>{person.organisation.name}</span>
          </span>
        </MenuGroupHeader>
      </MenuGroup>
      {profile && (
        <MenuItem icon={<PersonRegular />} onClick={() => go(profile.to)}>
          {profile.text}
        </MenuItem>
      )}
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t('language.label')}</MenuGroupHeader>
        {languages.map((language) => (
          <MenuItemRadio key={language} name="language" value={language} lang={language}>
            {t(`language.${language}`)}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t('theme.label')}</MenuGroupHeader>
        {themeChoices.map((theme) => (
          <MenuItemRadio key={theme} name="theme" value={theme}>
            {t(`theme.${theme}`)}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuItem icon={<SignOutRegular />} onClick={() => void signOut()}>
        {t('frame.signOut')}
      </MenuItem>
    </HangingMenu>
  )
}
