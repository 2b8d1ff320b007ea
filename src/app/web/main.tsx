import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from '#ui/api/problem.ts'
import { pruneDrafts } from '#ui/form/draft-store.ts'
import { listenToKeys } from '#ui/keys/keys.tsx'
import { prepareTheme } from '#ui/theme/themes.ts'
import { startWords } from '#ui/words/words.ts'
import { loadCatalogue } from './catalogues.ts'
import { meQuery, PersonRoot } from './person.tsx'
import { remembered } from './remembered.ts'
import { makeRouter } from './routes.tsx'

/** What the server refused stays refused; only trouble on the way or in the server is tried again. */
function tryAgain(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status < 500) return false
  return failures < 2
}

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: tryAgain } },
})

// Fluent makes its style elements while the page runs; the content security policy lets those with this nonce in.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})

pruneDrafts(localStorage, Date.now())
listenToKeys()
// The words and the theme, the person, and the page's own script are fetched side by side.
const ready = Promise.all([startWords(remembered.language(), loadCatalogue), prepareTheme(remembered.theme())])
const router = makeRouter()
// Whoever shows the person is told when this fails.
queries.query(meQuery).catch(() => {})
await Promise.all([ready, router.load()])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RendererProvider renderer={renderer} targetDocument={document}>
      <QueryClientProvider client={queries}>
        <Suspense>
          <PersonRoot>
            <RouterProvider router={router} />
          </PersonRoot>
        </Suspense>
      </QueryClientProvider>
    </RendererProvider>
  </StrictMode>,
)
