import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { PageForbidden, PageNotFound } from '#ui/page/PageFailure.tsx'
import { type Search, useGo } from '#ui/pages/address.ts'
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
  return <Elsewhere to={worksHere(person.roles) && first ? first.to : '/portal'} />
}

const noSearch = {}

/**
 * Goes on to another place, once. The router's own `Navigate` navigates again on every rendering, which never ends while
 * the page it goes to is still being loaded.
 */
function Elsewhere({ to, search = noSearch }: { readonly to: string; readonly search?: Search }) {
  const go = useGo()
  const asText = JSON.stringify(search)
  useEffect(() => go(to, { search: JSON.parse(asText) as Search, replace: true }), [go, to, asText])
  return null
}

function worksHere(roles: readonly string[]): boolean {
  return roles.some((role) => role !== 'requester')
}

function ToSignIn() {
  const here = useRouterState({ select: (router) => router.location.href })
  // The first: while the sign-in page is being loaded, the address is that of the sign-in page already.
  const [returnTo] = useState(here)
  return <Elsewhere to="/sign-in" search={{ returnTo }} />
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
  if (!person || !hasAnyRole(person, roles)) return <PageForbidden />
  return <Page />
}
