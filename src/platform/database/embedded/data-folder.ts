import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { OperatorMustAct } from '../../errors.ts'

/**
 * Makes the data folder and returns its real path. As root its contents are for root, but the account that runs
 * PostgreSQL has to be able to pass through. Parents are made first: one recursive mkdir with a mode would close
 * them to that account too.
 */
export function makeDataFolder(dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true })
    chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700)
    return realpathSync(dataFolder)
  } catch (cause) {
    throw folderProblem(cause, dataFolder)
  }
}

/** What a failure to write in the data folder asks of the person who runs Tierwise. */
export function folderProblem(cause: unknown, folder: string): OperatorMustAct {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, cause)
  return new OperatorMustAct(
    'data-folder-unusable',
    `The data folder ${folder} cannot be used (${code ?? String(cause)}). Make it a folder that this user can write in, or set TIERWISE_DATA to another one.`,
    { cause },
  )
}

export function diskFull(folder: string, cause?: unknown): OperatorMustAct {
  return new OperatorMustAct(
    'disk-full',
    `There is no room left on the disk that holds ${folder}. Free at least 200 MB and start again, or set TIERWISE_DATA to a folder on another disk. Nothing that was saved is lost.`,
    { cause },
  )
}
