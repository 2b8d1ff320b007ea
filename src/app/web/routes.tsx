import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { lazy } from 'react'
import { PageFailure } from '#ui/page/PageFailure.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import type { FeaturePages, Frame, PageRoute } from '#ui/pages/feature-pages.ts'
import { fetchWords } from '#ui/words/words.ts'
import { features } from './features.ts'
import { BareShell, Guarded, Start } from './shell.tsx'

/** Nobody who signs in needs the frames yet; they are fetched side by side with the page that stands in them. */
const inFrames = () => {
  fetchWords('app')
  return import('./frames.tsx')
}
const NotFoundShell = lazy(async () => ({ default: (await inFrames()).NotFoundShell }))

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundShell })

const frames = {
  desk: createRoute({
    getParentRoute: () => root,
    id: 'desk',
    component: lazyRouteComponent(inFrames, 'DeskShell'),
  }),
  portal: createRoute({
    getParentRoute: () => root,
    id: 'portal',
    component: lazyRouteComponent(inFrames, 'PortalShell'),
  }),
  own: createRoute({ getParentRoute: () => root, id: 'own', component: lazyRouteComponent(inFrames, 'OwnShell') }),
  bare: createRoute({ getParentRoute: () => root, id: 'bare', component: BareShell }),
}
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })

function routesOf(frame: Frame) {
  return features.flatMap(({ pages, words }) =>
    pages.filter((page) => page.frame === frame).map((page) => routeOf(page, words)),
  )
}

function routeOf(page: PageRoute, words: FeaturePages['words']) {
  return createRoute({
    getParentRoute: () => frames[page.frame],
    path: page.path,
    component: lazyRouteComponent(async () => {
      fetchWords(words)
      return { default: await guarded(page) }
    }),
  })
}

async function guarded({ load, access }: PageRoute) {
  const page = await load()
  if (access === undefined || access === 'anyone') return page
  return function GuardedPage() {
    return <Guarded roles={access} page={page} />
  }
}

export function makeRouter() {
  const hasStart = features.some((feature) => feature.pages.some((page) => page.path === '/'))
  return createRouter({
    routeTree: root.addChildren([
      ...(hasStart ? [] : [start]),
      frames.desk.addChildren(routesOf('desk')),
      frames.portal.addChildren(routesOf('portal')),
      frames.own.addChildren(routesOf('own')),
      frames.bare.addChildren(routesOf('bare')),
    ]),
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
    // Back to a list keeps the place: the list's own rows decide the height, so wait for them.
    defaultPendingMinMs: 0,
  })
}
