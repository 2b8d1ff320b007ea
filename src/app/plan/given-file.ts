import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { WrongUse } from '../exit-codes.ts'

/** What stands in the file that somebody named; - is standard input. */
export async function givenFile(path: string): Promise<string> {
  if (path === '-') return text(process.stdin)
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT') throw new WrongUse(`There is no file ${path}.`, { cause })
    if (code === 'EISDIR') throw new WrongUse(`${path} is a folder, not a file.`, { cause })
    if (code === 'EACCES') throw new WrongUse(`${path} may not be read by this user.`, { cause })
    throw cause
  }
}
