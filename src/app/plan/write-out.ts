import { writeFile } from 'node:fs/promises'
import { OperatorMustAct } from '#platform/errors.ts'
import { WrongUse } from '../exit-codes.ts'

/** Writes what was made to the file that somebody named; - is standard output. */
export async function writeOut(path: string, made: string | Uint8Array): Promise<void> {
  if (path === '-') {
    process.stdout.write(made)
    return
  }
  try {
    await writeFile(path, made)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new WrongUse(`There is no folder to put ${path} in.`, { cause })
    if (code === 'EISDIR') throw new WrongUse(`${path} is a folder: name a file in it.`, { cause })
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new WrongUse(`${path} may not be written by this user.`, { cause })
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new OperatorMustAct('disk-full', `There is no room left to write ${path}.`, { cause })
    throw cause
  }
}
