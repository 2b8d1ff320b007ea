import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './tree.ts'

const verify = join(root, 'bin/verify.mjs')
const folder = mkdtempSync(join(tmpdir(), 'tierwise-verify-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)

/** Runs a few lines of JavaScript that may import from bin/. */
function script(lines: string) {
  return spawn(process.execPath, ['--input-type=module', '-e', lines], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Whether a process still runs; one that has ended and waits to be collected does not. */
const runs = (pid: string) => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid.trim()], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

describe('npm test', () => {
  test('ends with a count and a failing code when it is asked for what there is not', () => {
    const { stdout, status } = spawnSync(process.execPath, [verify, 'nothing'], {
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(lastLine(stdout)).toBe('0 passed, 1 failed')
    expect(status).toBe(1)
  })

  test('counts a check that passes', () => {
    const { stdout, status } = spawnSync(process.execPath, [verify, 'types-domain'], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect([lastLine(stdout), status]).toEqual(['1 passed, 0 failed', 0])
  })

  test('ends what it started, and counts, when it is told to stop', async () => {
    const run = spawn(process.execPath, [verify, 'lint'], { stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    run.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part
    })
    const ended = new Promise<number | null>((resolve) => run.once('close', resolve))
    await pause(600)
    run.kill('SIGTERM')
    expect(await ended).toBe(143)
    expect(lastLine(output)).toMatch(/^\d+ passed, \d+ failed$/)
  })
})

describe('a step', () => {
  test('that takes too long is ended with everything it started', async () => {
    const pidFile = join(folder, 'pid')
    const run = script(`
      import { runCommand } from './bin/step.mjs'
      const result = await runCommand(['sh', '-c', 'sleep 60 & echo $! > ${pidFile}; wait'],
        { cwd: '.', env: process.env, seconds: 1 })
      console.log(result.ended)
    `)
    const [output] = await Promise.all([
      new Promise((resolve) => run.stdout.setEncoding('utf8').once('data', resolve)),
      new Promise((resolve) => run.once('close', resolve)),
    ])
    expect(output).toBe('ended after 1 s\n')
    await expect.poll(() => runs(readFileSync(pidFile, 'utf8'))).toBe(false)
  })

  test('whose program does not exist says so', async () => {
    const run = script(`
      import { runCommand } from './bin/step.mjs'
      const result = await runCommand(['no-such-program'], { cwd: '.', env: process.env, seconds: 5 })
      console.log(result.code, result.output)
    `)
    const output = await new Promise((resolve) => run.stdout.setEncoding('utf8').once('data', resolve))
    expect(output).toMatch(/^-1 no-such-program: .*ENOENT/)
  })
})

test('a browser that is said to be where it is not is missed in words', async () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { ensureChromium } from './bin/browser.mjs'; console.log((await ensureChromium()).missing)",
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CHROMIUM_PATH: join(folder, 'nowhere') } },
  )
  expect(stdout).toContain('nowhere, where nothing is')
})
