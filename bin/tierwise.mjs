#!/usr/bin/env node
// Plain JavaScript for any Node from version 20: installs what is missing, finds a Node that runs TypeScript, starts it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldestNode = 24

install()
const [program, ...rest] = programArguments(process.argv.slice(2))
if (isNewEnough(process.versions.node)) {
  process.argv = [process.execPath, program, ...rest]
  await import(pathToFileURL(program).href)
} else {
  runWith(bundledNode(), [program, ...rest])
}

/** `npm ci` when there is nothing yet, or when package-lock.json is another one than was installed. */
function install() {
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.tierwise-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (
    existsSync(stamp) ? readFileSync(stamp, 'utf8') === lock : npmInstalledSince(join(root, 'package-lock.json'))
  )
    return
  const windows = process.platform === 'win32'
  console.error('Installing what Tierwise needs (npm ci). This takes about a minute, and only now.')
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: windows,
  })
  if (done.error || done.status !== 0) {
    console.error('npm ci failed; what it says is above. Tierwise cannot start without it.')
    process.exit(69)
  }
  writeFileSync(stamp, lock)
}

/** Someone ran `npm ci` by hand: npm notes what it installed, and when. */
function npmInstalledSince(lockFile) {
  const note = join(root, 'node_modules', '.package-lock.json')
  return existsSync(note) && statSync(note).mtimeMs >= statSync(lockFile).mtimeMs
}

/** The Node that npm installed beside Tierwise, because this one is too old. */
function bundledNode() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(bundled)) return bundled
  console.error(
    `Tierwise needs Node ${oldestNode} or later; this is Node ${process.versions.node}. Install it from https://nodejs.org and start again.`,
  )
  process.exit(69)
}

function isNewEnough(version) {
  return Number(version.split('.')[0]) >= oldestNode
}

/** `run FILE …` runs a TypeScript file of this repository; everything else goes to the command line proper. */
function programArguments([command, file, ...rest]) {
  const given = file === undefined ? rest : [file, ...rest]
  if (command === 'run' && file !== undefined) return [resolve(root, file), ...rest]
  return [join(root, 'src', 'app', 'cli.ts'), ...(command === undefined ? [] : [command]), ...given]
}

function runWith(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    console.error(`${node} does not run: ${error.message}`)
    process.exit(69)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
