// Plain JavaScript for any Node from version 20, needing nothing installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Chromium of this machine, or null. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : null
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  for (const name of names) {
    for (const folder of folders) {
      if (folder !== '' && existsSync(join(folder, name))) return join(folder, name)
    }
  }
  return null
}

/** Finds Chromium or has apt install it. Answers with its path, or with why there is none. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return { path: found }
  if (process.env.CHROMIUM_PATH)
    return { missing: `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, where nothing is.` }
  const apt = aptCommand()
  if (!apt)
    return {
      missing: 'Chromium is not installed, and apt-get cannot be run here. Install it, or set CHROMIUM_PATH.',
    }
  const output = []
  for (const args of [
    ['update'],
    ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ]) {
    if ((await run([...apt, ...args], output)) !== 0)
      return { missing: `apt-get ${args[0]} failed:\n${output.join('')}` }
  }
  const path = findChromium()
  return path ? { path } : { missing: `apt-get installed no Chromium:\n${output.join('')}` }
}

/** Root runs apt-get itself; others by a sudo that asks nothing. */
function aptCommand() {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null
  if (process.getuid?.() === 0) return ['apt-get']
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', 'apt-get'] : null
}

function run([command, ...args], output) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
    })
    child.stdout.on('data', (part) => output.push(String(part)))
    child.stderr.on('data', (part) => output.push(String(part)))
    child.on('error', (error) => {
      output.push(error.message)
      done(-1)
    })
    child.on('close', (code) => done(code ?? -1))
  })
}
