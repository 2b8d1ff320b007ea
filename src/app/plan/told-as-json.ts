import { OperatorMustAct } from '#platform/errors.ts'
import { WrongUse } from '../exit-codes.ts'

/** Does what a command is for. With `json`, what keeps it from being done is told on standard output as well, for pipelines. */
export async function toldAsJson(json: true | undefined, file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (json) console.log(JSON.stringify({ ok: false, file, problem: problemOf(error) }))
    throw error
  }
}

function problemOf(error: unknown): { readonly code: string; readonly detail: string } {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof OperatorMustAct) return { code: error.code, detail }
  return { code: error instanceof WrongUse ? 'wrong-use' : 'unexpected', detail }
}
