import { OperatorMustAct } from '#platform/errors.ts'

/** What the command line ends with; docs/operations/command-line.md says what each means for a script. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 64,
  /** Something has to be done outside Tierwise first: the message says what. */
  operatorMustAct: 78,
} as const

/** The command was called with something that is not there: a file, an organisation, a version. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

/** Tells why a command failed, and sets the exit code. A stack trace only where nobody expected the failure. */
export function report(error: unknown): void {
  if (error instanceof OperatorMustAct) {
    console.error(error.message)
    process.exitCode = exitCodes.operatorMustAct
    return
  }
  if (error instanceof WrongUse) {
    console.error(error.message)
    process.exitCode = exitCodes.wrongUse
    return
  }
  console.error(error)
  process.exitCode = exitCodes.failed
}
