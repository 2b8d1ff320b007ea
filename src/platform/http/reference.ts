import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { openApiDocument } from './api-document.ts'
import { sendPage } from './pages.ts'
import { referencePage, type OpenApi } from './reference-page.ts'
import { serve } from './serve.ts'
import type { Language } from './signed-in.ts'

export const referenceContract = {
  'GET /api/openapi.json': { access: 'anyone', summary: 'This API as OpenAPI 3.1', answer: z.looseObject({}) },
  'GET /api': { access: 'anyone', summary: 'The reference page', form: 'page' },
} as const

/** Serves the OpenAPI document and a page that shows it; to be called after all other routes are there. */
export function serveReference(app: FastifyInstance): void {
  const pages = new Map<Language, (nonce: string) => string>()
  let made: Record<string, unknown> | undefined
  // Anyone may ask, and it takes a tenth of a second to make.
  const document = () => (made ??= openApiDocument(app))
  serve(app, referenceContract, {
    'GET /api/openapi.json': async () => document(),
    'GET /api': async ({ signedIn, httpRequest, platform, reply }) => {
      const language = signedIn?.language ?? httpRequest.language
      const page = pages.get(language) ?? pageIn(document(), platform.translate, language)
      pages.set(language, page)
      return sendPage(reply, platform.baseUrl, page)
    },
  })
}

function pageIn(
  document: Record<string, unknown>,
  translate: Translate,
  language: Language,
): (nonce: string) => string {
  return referencePage(document as unknown as OpenApi, translate, language)
}
