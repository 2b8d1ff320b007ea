export const documentFormats = ['pdf', 'docx', 'html', 'markdown'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export const documentStates = ['making', 'made', 'failed'] as const
export type DocumentState = (typeof documentStates)[number]

/** Why a document could not be made, for whoever asked for it. */
export const documentFailures = [
  'document-broken',
  'document-too-slow',
  'document-too-large',
  'document-not-made',
] as const
export type DocumentFailure = (typeof documentFailures)[number]

export const documentEndings: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  markdown: 'md',
}

export const documentTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
}
