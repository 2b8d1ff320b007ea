import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { Frame, PageRoute } from '#ui/pages/feature-pages.ts'
import { features } from './features.ts'

const root = createRootRoute({ component: Outlet })

const frames = {
  desk: createRoute({ getParentRoute: () => root, id: 'desk', component: Outlet }),
  portal: createRoute({ getParentRoute: () => root, id: 'portal', component: Outlet }),
  bare: createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet }),
}

function routesOf(frame: Frame) {
  const pages = features.flatMap((feature) => feature.pages).filter((page) => page.frame === frame)
  return pages.map((page) => routeOf(page, frame))
}

function routeOf(page: PageRoute, frame: Frame) {
  return createRoute({
    getParentRoute: () => frames[frame],
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
  })
}

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      frames.desk.addChildren(routesOf('desk')),
      frames.portal.addChildren(routesOf('portal')),
      frames.bare.addChildren(routesOf('bare')),
    ]),
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}
