import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from '#platform/log.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'dist', 'web')
const stampFile = join(built, '.built-from')

/** Everything that can end up in the pages. */
const sources = [
  'package-lock.json',
  'src/app/web/**/*',
  'src/ui/**/*',
  'src/features/*/{web,domain,i18n,contract}/**/*',
  'src/features/*/contract.ts',
]

/** Builds the web pages unless they were built from exactly these sources. Returns whether it had to. */
export async function buildWeb(log: Logger, onBuild: () => void = () => {}): Promise<boolean> {
  const stamp = stampOfSources()
  if (isBuiltFrom(stamp)) return false
  log.info('building the web pages')
  onBuild()
  const aside = `${built}-${process.pid}`
  try {
    await runVite(aside)
    writeFileSync(join(aside, '.built-from'), stamp)
    keepServed(built, aside)
    await replace(aside, stamp)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return true
}

/**
 * Pages that are open, and a desk that serves the build before this one, still ask for that one's scripts. Only those: of
 * the builds before that nothing is kept.
 */
export function keepServed(before: string, now: string): void {
  for (const name of filesOfBuild(before)) {
    for (const file of [name, `${name}.gz`, `${name}.br`]) {
      if (!existsSync(join(before, file)) || existsSync(join(now, file))) continue
      try {
        copyFileSync(join(before, file), join(now, file))
      } catch (error) {
        // Another start is putting the same build in place at this moment.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
  }
}

type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[] }>>

function filesOfBuild(folder: string): string[] {
  const list = join(folder, '.vite', 'manifest.json')
  if (!existsSync(list)) return []
  const manifest = JSON.parse(readFileSync(list, 'utf8')) as Manifest
  const files = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css])
  return [...files, ...files.flatMap((file) => workersNamedIn(join(folder, file)))]
}

/** Vite lists no workers: their names stand in the scripts that open them. */
function workersNamedIn(script: string): string[] {
  if (!script.endsWith('.js') || !existsSync(script)) return []
  return readFileSync(script, 'utf8').match(/assets\/[\w.-]+[.]worker-[\w-]+[.]js/g) ?? []
}

/** Another start may put the same build in place at this moment, which is as good as ours; nothing is removed where it is served. */
async function replace(aside: string, stamp: string): Promise<void> {
  const old = `${aside}-old`
  for (let tries = 1; !isBuiltFrom(stamp); tries += 1) {
    try {
      if (existsSync(built)) renameSync(built, old)
      renameSync(aside, built)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (tries === 50 || !['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error
      await pause(20)
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

function isBuiltFrom(stamp: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

function stampOfSources(): string {
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** In a process of its own: the bundler's memory goes away with it. */
export function runVite(outFolder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = ['build', 'src/app/web', '--outDir', outFolder, '--emptyOutDir', '--logLevel', 'warn']
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [vite, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let said = ''
    const collect = (part: Buffer) => {
      said += part.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`The web pages could not be built (vite ended with ${code}):\n${said.trim()}`))
    })
  })
}
