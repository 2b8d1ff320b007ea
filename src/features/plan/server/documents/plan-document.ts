import { join } from 'node:path'
import { makeApart } from '#integrations/documents/apart/make-apart.ts'
import { pdfOf } from '#integrations/documents/make-pdf.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { type About, planOutline } from '../../domain/outline/plan-outline.ts'
import type { DocumentFormat } from '../../domain/versions/documents.ts'
import { htmlDocument } from './html/html-document.ts'
import { markdownDocument } from './markdown/markdown-document.ts'
import { planReport } from './pdf/plan-report.ts'
import { wordsOf } from './words.ts'

export type DocumentOptions = Partial<About> & { readonly language: Language; readonly format: DocumentFormat }

const unknown: About = {
  organisation: null,
  version: null,
  state: 'draft',
  day: '2000-01-01',
  approver: null,
  reason: null,
  teams: [],
  before: null,
}

/**
 * The plan as a document to read, print and sign: Markdown and HTML as text, PDF and DOCX as bytes. Needs no desk. The same
 * plan with the same options gives the same bytes. `day` is the day that the document says it is of.
 */
export async function planDocument(plan: SupportPlan, options: DocumentOptions): Promise<Uint8Array | string> {
  const { language, format, ...about } = options
  const outline = planOutline(plan, { ...unknown, ...about }, { say: await wordsOf(language), language })
  switch (format) {
    case 'html':
      return htmlDocument(outline)
    case 'markdown':
      return markdownDocument(outline)
    case 'pdf':
      return pdfOf(planReport(outline))
    case 'docx':
      return makeApart(join(import.meta.dirname, 'docx', 'docx-document.ts'), outline)
  }
}
