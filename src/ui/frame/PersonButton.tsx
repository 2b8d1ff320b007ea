import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { Hidden } from '../notice/announce.tsx'
import { onDemand, useFetchedWhenIdle } from '../pages/on-demand.ts'
import { Initials } from '../person/Initials.tsx'
import { useSignedIn } from '../person/signed-in.tsx'
import { useWords } from '../words/words.ts'
import type { PersonMenuProps } from './PersonMenu.tsx'

const PersonMenu = onDemand(() => import('./PersonMenu.tsx').then((module) => module.PersonMenu))
const menus = [PersonMenu]

const useStyles = makeStyles({
  button: { minWidth: 'auto', padding: '2px', borderRadius: tokens.borderRadiusCircular },
})

/** The person in the top bar; the menu comes with its own script when it is opened first. */
export function PersonButton(props: Pick<PersonMenuProps, 'profile'>) {
  const t = useWords('ui')
  const styles = useStyles()
  const person = useSignedIn()
  const [element, setElement] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  useFetchedWhenIdle(menus)
  return (
    <>
      <Button
        ref={setElement}
        appearance="subtle"
        shape="circular"
        className={styles.button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Initials name={person.name} />
        <Hidden>{t('frame.person', { name: person.name })}</Hidden>
      </Button>
      <Suspense>{open && <PersonMenu {...props} target={element} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
