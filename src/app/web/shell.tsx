import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { PageNotFound } from '#ui/page/PageFailure.tsx'
import { NoPermission } from '#ui/page/states.tsx'
import { BareFrame, DeskFrame, PortalFrame } from '#ui/frame/Frames.tsx'
import { hasAnyRole, useMaybeSignedIn } from '#ui/person/signed-in.tsx'
import { features } from './features.ts'

const nav = features.flatMap((feature) => feature.nav ?? [])
const lazily = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))
const always = features.flatMap((feature) => (feature.always ? [lazily(feature.always)] : []))
const topBar = features.flatMap((feature) => (feature.topBar ? [lazily(feature.topBar)] : []))
const profile = { to: '/profile', label: { in: 'app', key: 'nav.profile' } }

function each(components: readonly ComponentType[]) {
  return (
    <Suspense>
      {components.map((Component, index) => (
        <Component key={index} />
      ))}
    </Suspense>
  )
}

export function DeskShell() {
  if (!useMaybeSignedIn()) return <ToSignIn />
  return (
    <DeskFrame nav={nav} profile={profile} extra={each(topBar)}>
      <Outlet />
      {each(always)}
    </DeskFrame>
  )
}

export function PortalShell() {
  if (!useMaybeSignedIn()) return <ToSignIn />
  return (
    <PortalFrame profile={profile} extra={each(topBar)}>
      <Outlet />
      {each(always)}
    </PortalFrame>
  )
}

/** For pages that everybody has: in the frame that they know. */
export function OwnShell() {
  const person = useMaybeSignedIn()
  return person && !worksHere(person.roles) ? <PortalShell /> : <DeskShell />
}

export function BareShell() {
  return (
    <BareFrame>
      <Outlet />
    </BareFrame>
  )
}

/** An address that no page has, in the frame of whoever went there. */
export function NotFoundShell() {
  const person = useMaybeSignedIn()
  if (!person) {
    return (
      <BareFrame>
        <PageNotFound />
      </BareFrame>
    )
  }
  const Frame = worksHere(person.roles) ? DeskFrame : PortalFrame
  return (
    <Frame nav={nav} profile={profile}>
      <PageNotFound />
    </Frame>
  )
}

/** `/`: people who work see their first place; requesters their own tickets. */
export function Start() {
  const person = useMaybeSignedIn()
  if (!person) return <ToSignIn />
  const first = nav.filter((item) => hasAnyRole(person, item.roles)).sort((a, b) => a.order - b.order)[0]
  return <Navigate to={worksHere(person.roles) && first ? first.to : '/portal'} replace />
}

function worksHere(roles: readonly string[]): boolean {
  return roles.some((role) => role !== 'requester')
}

function ToSignIn() {
  const returnTo = useRouterState({ select: (router) => router.location.href })
  return <Navigate to="/sign-in" search={{ returnTo } as never} replace />
}

/** A page for people with certain roles only. */
export function Guarded({
  roles,
  page: Page,
}: {
  readonly roles: readonly string[]
  readonly page: ComponentType
}) {
  const person = useMaybeSignedIn()
  if (!person || !hasAnyRole(person, roles)) return <NoPermission />
  return <Page />
}
