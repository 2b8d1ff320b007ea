import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ComponentType, useEffect, useState } from 'react'
import { PageForbidden } from '#ui/page/PageFailure.tsx'
import { type Search, useGo } from '#ui/pages/address.ts'
import { BareFrame } from '#ui/frame/BareFrame.tsx'
import { hasAnyRole, useMaybeSignedIn } from '#ui/person/signed-in.tsx'
import { features } from './features.ts'

export const nav = features.flatMap((feature) => feature.nav ?? [])
export function BareShell() {
  return (
    <BareFrame>
      <Outlet />
    </BareFrame>
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
export function Elsewhere({ to, search = noSearch }: { readonly to: string; readonly search?: Search }) {
  const go = useGo()
  const asText = JSON.stringify(search)
  useEffect(() => go(to, { search: JSON.parse(asText) as Search, replace: true }), [go, to, asText])
  return null
}

export function worksHere(roles: readonly string[]): boolean {
  return roles.some((role) => role !== 'requester')
}

export function ToSignIn() {
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
