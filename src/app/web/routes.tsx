import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { PageFailure } from '#ui/page/PageFailure.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import type { Frame, PageRoute } from '#ui/pages/feature-pages.ts'
import { features } from './features.ts'
import { BareShell, DeskShell, Guarded, NotFoundShell, OwnShell, PortalShell, Start } from './shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundShell })

const frames = {
  desk: createRoute({ getParentRoute: () => root, id: 'desk', component: DeskShell }),
  portal: createRoute({ getParentRoute: () => root, id: 'portal', component: PortalShell }),
  own: createRoute({ getParentRoute: () => root, id: 'own', component: OwnShell }),
  bare: createRoute({ getParentRoute: () => root, id: 'bare', component: BareShell }),
}
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })

function routesOf(frame: Frame) {
  const pages = features.flatMap((feature) => feature.pages).filter((page) => page.frame === frame)
  return pages.map((page) => routeOf(page, frame))
}

function routeOf(page: PageRoute, frame: Frame) {
  return createRoute({
    getParentRoute: () => frames[frame],
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await guarded(page) })),
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
