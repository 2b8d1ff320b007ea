import { useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { hasAnyRole, useSignedIn } from '../person/signed-in.tsx'
import type { NavItem } from '../pages/feature-pages.ts'
import { useWordRefs } from '../words/words.ts'
import { mostUsed, placeOf, type Visits } from './often.ts'

export type Place = NavItem & { readonly text: string; readonly here: boolean }

/** The rail of this person: what their roles show, in order, with words, and where they are. */
export function usePlaces(nav: readonly NavItem[]): readonly Place[] {
  const person = useSignedIn()
  const path = useRouterState({ select: (router) => router.location.pathname })
  const say = useWordRefs(nav.map((item) => item.label))
  const mine = nav.filter((item) => hasAnyRole(person, item.roles)).sort((a, b) => a.order - b.order)
  const here = placeOf(mine, path)
  return mine.map((item) => ({ ...item, text: say(item.label), here: item.to === here?.to }))
}

function read(name: string): Visits {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? '{}') ?? {}) as Visits
  } catch {
    return {}
  }
}

/** The four places for the bottom bar. They are chosen when the page loads, so that nothing moves under the thumb. */
export function useOften(places: readonly Place[]): readonly Place[] {
  const person = useSignedIn()
  const name = `tierwise.visits.${person.id}`
  const here = places.find((place) => place.here)?.to
  const atStart = useMemo(() => read(name), [name])
  useEffect(() => {
    if (!here) return
    const visits = read(name)
    localStorage.setItem(name, JSON.stringify({ ...visits, [here]: (visits[here] ?? 0) + 1 }))
  }, [name, here])
  return mostUsed(places, atStart, 4)
}
