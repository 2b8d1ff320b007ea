import type { Rendered, RenderTask } from './render-apart.ts'

/** Only the library that is needed is read. */
async function render({ document, format }: RenderTask): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('../pdf/pdf-document.ts')).pdfDocument(document)
  return (await import('../docx/docx-document.ts')).docxDocument(document)
}

process.once('message', (task: RenderTask) => {
  render(task)
    .then(
      (bytes): Rendered => ({ bytes }),
      (error: unknown): Rendered => ({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send?.(answer, () => process.disconnect()))
    .catch((error: unknown) => {
      throw error
    })
})
process.once('disconnect', () => process.exit())
