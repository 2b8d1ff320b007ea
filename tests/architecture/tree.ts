import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Folders that git does not keep. */
const unkept = new Set(['node_modules', '.git', 'dist', 'data', '.cache', 'test-results', 'playwright-report'])

/** Every kept file below `folder`, as paths from the root with forward slashes. */
export function filesBelow(folder: string): string[] {
  const found: string[] = []
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!unkept.has(entry.name)) visit(join(path, entry.name))
      } else if (entry.isFile() && !entry.name.endsWith('.log') && entry.name !== '.env') {
        found.push(relative(root, join(path, entry.name)).split(sep).join('/'))
      }
    }
  }
  visit(join(root, folder))
  return found.sort()
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
