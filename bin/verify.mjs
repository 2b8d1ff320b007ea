#!/usr/bin/env node
// `npm test`: installs what is missing, judges everything, and ends with the line "N passed, N failed".
// Plain JavaScript for any Node from version 20. `npm test -- lint unit` runs only those steps.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ensureChromium } from './browser.mjs'
import { install, nodeProgram, root } from './install.mjs'
import { endRunning, runCommand } from './step.mjs'

const totalMinutes = 80
const reports = mkdtempSync(join(tmpdir(), 'tierwise-verify-'))
const unitReport = join(reports, 'unit.json')
const journeyReport = join(reports, 'e2e.json')

/** Steps of one wave run side by side, two at a time; the waves follow each other. */
const steps = [
  { name: 'lint', wave: 1, minutes: 5, command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', wave: 1, minutes: 5, command: ['biome', 'format', '.'] },
  { name: 'types-domain', wave: 1, minutes: 5, command: ['tsc', '-p', 'tsconfig.domain.json'] },
  { name: 'types-server', wave: 1, minutes: 5, command: ['tsc', '-p', 'tsconfig.server.json'] },
  { name: 'types-web', wave: 1, minutes: 5, command: ['tsc', '-p', 'tsconfig.web.json'] },
  { name: 'types-e2e', wave: 1, minutes: 5, command: ['tsc', '-p', 'tsconfig.e2e.json'] },
  { name: 'unused', wave: 1, minutes: 5, command: ['knip'] },
  { name: 'build', wave: 1, minutes: 5, command: ['vite', 'build', 'src/app/web'] },
  { name: 'drift', wave: 1, minutes: 5, command: ['node', 'bin/tierwise.mjs', 'generate', '--check'] },
  {
    name: 'unit',
    wave: 2,
    minutes: 30,
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  {
    name: 'e2e',
    wave: 3,
    minutes: 40,
    command: ['playwright', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport },
    needsChromium: true,
    count: countJourneys,
  },
]

let passed = 0
let failed = 0
let skipped = 0
let interrupted = null

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    interrupted ??= code
    endRunning(`ended by ${signal}`)
  })
}
setTimeout(() => {
  interrupted ??= 124
  endRunning(`ended: everything together may take ${totalMinutes} minutes`)
}, totalMinutes * 60_000).unref()

try {
  await main(process.argv.slice(2))
} catch (error) {
  failed += 1
  console.log(error.message)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
if (passed + failed === 0) failed = 1
process.exitCode = interrupted ?? (failed > 0 ? 1 : 0)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

async function main(wanted) {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `There is no step ${unknown.join(', ')}; the steps are: ${steps.map((step) => step.name).join(' ')}`,
    )
  }
  install()
  const env = environment(nodeProgram())
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))
  const chromium = chosen.some((step) => step.needsChromium) ? ensureChromium() : null
  for (const wave of [1, 2, 3]) {
    const waiting = chosen.filter((step) => step.wave === wave)
    const worker = async () => {
      for (let step = waiting.shift(); step && interrupted === null; step = waiting.shift()) {
        await runStep(step, env, chromium)
      }
    }
    await Promise.all([worker(), worker()])
  }
}

async function runStep(step, env, chromium) {
  const browser = step.needsChromium ? await chromium : {}
  if (browser.missing) return report(step, { passed: 0, failed: 1, skipped: 0 }, 0, browser.missing)
  const result = await runCommand(step.command, {
    cwd: root,
    env: { ...env, ...step.env, ...(browser.path ? { CHROMIUM_PATH: browser.path } : {}) },
    seconds: step.minutes * 60,
  })
  const fine = result.code === 0 && result.ended === null
  const counted = { passed: 0, failed: 0, skipped: 0, names: [], ...(step.count?.() ?? { passed: fine ? 1 : 0 }) }
  // A step that failed without a failing test (a file that does not load, a time-out) is a failure itself.
  if (!fine && counted.failed === 0) counted.failed = 1
  if (fine && counted.failed === 0 && counted.passed === 0) counted.failed = 1
  const words = result.ended === null ? result.output : `${result.output}\n${step.name}: ${result.ended}`
  return report(step, counted, result.seconds, words)
}

function report(step, counted, seconds, output) {
  passed += counted.passed
  failed += counted.failed
  skipped += counted.skipped
  const counts = step.count
    ? `${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`
    : counted.failed > 0
      ? 'failed'
      : 'passed'
  console.log(`- ${step.name.padEnd(13)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`)
  for (const name of counted.names ?? []) console.log(`    skipped: ${name}`)
  if (counted.failed > 0) console.log(`${withoutColours(output).trimEnd()}\n- end of ${step.name}`)
}

/** Some tools colour what they say also where nobody asked. */
function withoutColours(text) {
  return text.replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, '')
}

/** Tools of this repository and its Node first; nothing of the desk that someone may be running here. */
function environment(node) {
  const env = { ...process.env, NO_COLOR: '1' }
  const ofTheDesk = (name) => name.startsWith('TIERWISE_') || ['PORT', 'DATABASE_URL', 'LOG_LEVEL'].includes(name)
  for (const name of Object.keys(env))
    if (ofTheDesk(name) || ['NODE_ENV', 'FORCE_COLOR'].includes(name)) delete env[name]
  env.PATH = [join(root, 'node_modules', '.bin'), dirname(node), env.PATH ?? ''].join(delimiter)
  return env
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Vitest's report: every test counts, and so does every file that did not load. */
function countUnit() {
  const report = readReport(unitReport)
  if (!report) return { passed: 0, failed: 1 }
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const left = tests.filter((one) => one.status !== 'passed' && one.status !== 'failed')
  return {
    passed: tests.filter((one) => one.status === 'passed').length,
    failed: tests.filter((one) => one.status === 'failed').length + unloaded.length,
    skipped: left.length,
    names: left.map((one) => one.fullName.trim()),
  }
}

function countJourneys() {
  const report = readReport(journeyReport)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped: left } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped: left }
}
