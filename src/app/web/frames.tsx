import { Outlet } from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { BareFrame } from '#ui/frame/BareFrame.tsx'
import { DeskFrame, PortalFrame } from '#ui/frame/Frames.tsx'
import { PageNotFound } from '#ui/page/PageFailure.tsx'
import type { InFrame } from '#ui/pages/feature-pages.ts'
import { type Filled, SlotFills } from '#ui/pages/slots.tsx'
import { hasAnyRole, type SignedInPerson, useMaybeSignedIn } from '#ui/person/signed-in.tsx'
import { features } from './features.ts'
import { Elsewhere, nav, ToSignIn, worksHere } from './shell.tsx'

const profile = { to: '/profile', label: { in: 'app', key: 'nav.profile' } }
const always = features.flatMap(({ always: one }) => (one ? [lazily(one)] : []))
const topBar = features.flatMap(({ topBar: one }) => (one ? [lazily(one)] : []))

const whilePractising = features.flatMap(({ whilePractising: one }) => (one ? [lazily(one)] : []))

const fills: readonly Filled[] = features.flatMap((feature) =>
  (feature.fills ?? []).map(({ slot, roles, shows = [], load }) => ({
    slot,
    roles,
    shows,
    Component: lazy(async () => ({ default: (await load()) as ComponentType<object> })),
  })),
)

type Lazily = { readonly roles: InFrame['roles']; readonly Component: ComponentType }

function lazily({ roles, load }: InFrame): Lazily {
  return { roles, Component: lazy(async () => ({ default: await load() })) }
}

/** What features add to a frame; what this person has no role for is not even fetched. */
function each(added: readonly Lazily[], person: SignedInPerson) {
  return added.map(({ roles, Component }, index) => (
    <Suspense key={index}>{hasAnyRole(person, roles) && <Component />}</Suspense>
  ))
}

export function DeskShell() {
  return (
    <Shell frame="desk">
      <Outlet />
    </Shell>
  )
}

export function PortalShell() {
  return (
    <Shell frame="portal">
      <Outlet />
    </Shell>
  )
}

/** For pages that everybody has: in the frame that they know. */
export function OwnShell() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

/** An address that no page has, in the frame of whoever went there. */
export function NotFoundShell() {
  if (useMaybeSignedIn())
    return (
      <Shell>
        <PageNotFound />
      </Shell>
    )
  return (
    <BareFrame>
      <PageNotFound />
    </BareFrame>
  )
}

type ShellProps = { readonly frame?: 'desk' | 'portal'; readonly children: ReactNode }

/** The desk's rail or the requester's column, whichever is this person's own unless the page says so. */
function Shell({ frame, children }: ShellProps) {
  const person = useMaybeSignedIn()
  if (!person) return <ToSignIn />
  if (person.lacksSecondFactor) return <Elsewhere to="/second-factor" />
  const own = worksHere(person.roles) ? 'desk' : 'portal'
  const Frame = (frame ?? own) === 'desk' ? DeskFrame : PortalFrame
  return (
    <Frame
      nav={nav}
      profile={profile}
      extra={each(topBar, person)}
      note={person.practising && each(whilePractising, person)}
    >
      <SlotFills value={fills}>{children}</SlotFills>
      {each(always, person)}
    </Frame>
  )
}
