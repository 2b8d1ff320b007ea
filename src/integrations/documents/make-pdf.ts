import { join } from 'node:path'
import { makeApart } from './apart/make-apart.ts'
import type { Certificate } from './certificate.ts'
import type { Report } from './report.ts'
import type { PdfTask } from './pdf/pdf-document.ts'

const script = join(import.meta.dirname, 'pdf', 'pdf-document.ts')

/**
 * A report as PDF: tagged, with bookmarks, hyphenated in its language; the same report gives the same bytes. Takes one to three
 * seconds in a process of its own, one at a time, so make it in a slow job and keep the bytes as a file. Throws `DocumentFailed`
 * (`document-broken`, `document-too-slow` after three minutes, `document-too-large`) where the report itself is the reason.
 */
export function pdfOf(report: Report): Promise<Uint8Array> {
  return makeApart(script, { layout: 'report', document: report } satisfies PdfTask)
}

/** A certificate as PDF of one page, lying; as `pdfOf` for the rest. */
export function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  return makeApart(script, { layout: 'certificate', document: certificate } satisfies PdfTask)
}
