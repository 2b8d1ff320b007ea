import { pathToFileURL } from 'node:url'
import type { ApartTask, Made } from './make-apart.ts'

type Maker = { readonly make: (given: unknown) => Promise<Uint8Array> }

/** Only the libraries of the document that is asked for are read. */
async function make({ script, given }: ApartTask): Promise<Uint8Array> {
  const maker = (await import(pathToFileURL(script).href)) as Maker
  return maker.make(given)
}

process.once('message', (task: ApartTask) => {
  make(task)
    .then(
      (bytes): Made => ({ bytes }),
      (error: unknown): Made => ({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send?.(answer, () => process.disconnect()))
    .catch((error: unknown) => {
      throw error
    })
})
process.once('disconnect', () => process.exit())
