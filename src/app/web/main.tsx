import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { asLanguage, startWords } from '#ui/words/words.ts'
import { loadCatalogue } from './catalogues.ts'
import { makeRouter } from './routes.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

await startWords(asLanguage(navigator.language), loadCatalogue)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={webLightTheme}>
        <QueryClientProvider client={new QueryClient()}>
          <Suspense>
            <RouterProvider router={makeRouter()} />
          </Suspense>
        </QueryClientProvider>
      </FluentProvider>
    </RendererProvider>
  </StrictMode>,
)
