import { type ComponentType, createContext, type LazyExoticComponent, Suspense, useContext } from 'react'
import { hasAnyRole, useSignedIn } from '../person/signed-in.tsx'

/**
 * Places on a feature's pages that a feature above it fills, which it does not know. A feature names its places and what it tells
 * whoever stands there by declaration merging: `declare module '#ui/pages/slots.tsx' { interface Slots { 'plan.outlook': {…} } }`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- features fill it in
export interface Slots {}

export type SlotName = keyof Slots

/** What fills one of the places, whichever. */
export type AnyFill = { readonly [Name in SlotName]: Fill<Name> }[SlotName]

export type Fill<Name extends SlotName> = {
  readonly slot: Name
  /** For people with one of these roles; left out: for everybody who is signed in. */
  readonly roles?: readonly string[]
  /** Which notices it shows in words of its own, by feature or by feature and kind: the page does not name them again. */
  readonly shows?: readonly string[]
  readonly load: () => Promise<ComponentType<Slots[Name]>>
}

/** What stands in one place, in the order of the features. */
export type Filled = {
  readonly slot: string
  readonly roles: readonly string[] | undefined
  readonly shows: readonly string[]
  readonly Component: LazyExoticComponent<ComponentType<object>>
}

const Fills = createContext<readonly Filled[]>([])
export const SlotFills = Fills.Provider

type SlotProps<Name extends SlotName> = { readonly name: Name; readonly of: Slots[Name] }

/** Shows what features have put in this place; nothing while that is on its way. */
export function Slot<Name extends SlotName>({ name, of }: SlotProps<Name>) {
  const person = useSignedIn()
  return useContext(Fills)
    .filter(({ slot, roles }) => slot === name && hasAnyRole(person, roles))
    .map(({ Component }, index) => (
      <Suspense key={index}>
        <Component {...of} />
      </Suspense>
    ))
}

/** Which notices this person reads about in what features have put in this place. */
export function useShown(name: SlotName): readonly string[] {
  const person = useSignedIn()
  return useContext(Fills)
    .filter(({ slot, roles }) => slot === name && hasAnyRole(person, roles))
    .flatMap(({ shows }) => shows)
}
