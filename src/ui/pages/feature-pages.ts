import type { ComponentType } from 'react'
import type { AnyFill } from './slots.tsx'
import type { WordRef } from '../words/words.ts'

/**
 * What a page needs around it: the desk's rail and top bar, the requester's plain column, whichever of the two is the
 * person's own, or nothing (sign-in).
 */
export type Frame = 'desk' | 'portal' | 'own' | 'bare'

export type PageRoute = {
  /** TanStack Router path: `/tickets/$number`. */
  readonly path: string
  readonly frame: Frame
  /** Who may open it; `anyone` needs no sign-in. Default: every person who is signed in. */
  readonly access?: 'anyone' | readonly string[]
  /** Loads the page's own chunk: `() => import('./TicketPage.tsx').then((m) => m.TicketPage)`. */
  readonly load: () => Promise<ComponentType>
}

export type NavItem = {
  readonly to: string
  /** In `src/app/web/i18n`, so that the rail does not load every feature's catalogue. */
  readonly label: WordRef
  readonly icon: ComponentType
  readonly iconFilled?: ComponentType
  /** Rail order; look.md: today 10, desk 20, bridge 30, plan 40, training 50, rollout 60, knowledge 70, insights 80, settings 90. */
  readonly order: number
  /** Shown to people with one of these roles; left out: to all. */
  readonly roles?: readonly string[]
  /** `g` followed by this letter goes there. */
  readonly key?: string
}

/** Something that stands in the frames, for people with one of these roles; left out: for everybody who is signed in. */
export type InFrame = { readonly roles?: readonly string[]; readonly load: () => Promise<ComponentType> }

/** What one feature adds to the application: `web/routes.tsx` exports one of these. */
export type FeaturePages = {
  readonly pages: readonly PageRoute[]
  /** The catalogue that its pages speak from, which is fetched together with the page. */
  readonly words: string
  readonly nav?: readonly NavItem[]
  /** Rendered once inside the frames: registers commands, search, live handlers. Renders nothing itself. */
  readonly always?: InFrame
  /** Stands in the top bar, before the person: the bell. */
  readonly topBar?: InFrame
  /** Stands under the top bar for whoever practises: that nothing is real, and the way out. */
  readonly whilePractising?: InFrame
  /** What stands in places that features below offer: `#ui/pages/slots.tsx`. */
  readonly fills?: readonly AnyFill[]
}
