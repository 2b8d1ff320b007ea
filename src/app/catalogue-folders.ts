import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'

const features = join(import.meta.dirname, '..', 'features')

/** Namespace → folder, of every feature that says something. */
export function catalogueFolders(): Record<string, string> {
  const folders = globSync('*/i18n/en.json', { cwd: features }).map((path) => dirname(dirname(path)))
  return Object.fromEntries(folders.sort().map((name) => [name, join(features, name)]))
}
