import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '../words/words.ts'

export type ThemeChoice = 'system' | 'light' | 'dark' | 'high-contrast'

/** The person who looks at the pages, as the frame needs them. */
export type SignedInPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly teams: readonly { readonly team: string; readonly isLead: boolean }[]
  readonly organisation: { readonly id: string; readonly name: string }
  readonly language: Language
  readonly theme: ThemeChoice
  /** IANA zone in which this person reads times: that of the organisation, as in its mails. */
  readonly timeZone: string
  /** The organisation asks for a second factor that is not there yet: only the page that sets it up is open. */
  readonly lacksSecondFactor: boolean
  /** What they see is the practice organisation. */
  readonly practising: boolean
}

export type PersonActions = {
  readonly setLanguage: (language: Language) => Promise<void>
  readonly setTheme: (theme: ThemeChoice) => Promise<void>
  readonly signOut: () => Promise<void>
}

type Value = { readonly person: SignedInPerson | null; readonly actions: PersonActions }
const Context = createContext<Value | null>(null)

export function SignedInProvider(props: Value & { readonly children: ReactNode }) {
  return <Context value={{ person: props.person, actions: props.actions }}>{props.children}</Context>
}

function useValue(): Value {
  const value = useContext(Context)
  if (!value) throw new Error('SignedInProvider is missing above this component')
  return value
}

/** The signed-in person; only inside pages that need one. */
export function useSignedIn(): SignedInPerson {
  const { person } = useValue()
  if (!person) throw new Error('This component is shown to signed-in people only')
  return person
}

/** The person, or null on pages that are open to anyone. */
export function useMaybeSignedIn(): SignedInPerson | null {
  return useValue().person
}

export function usePersonActions(): PersonActions {
  return useValue().actions
}

export function hasAnyRole(person: SignedInPerson, roles: readonly string[] | undefined): boolean {
  return roles === undefined || roles.some((role) => person.roles.includes(role))
}
