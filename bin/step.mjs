// Runs one command of `npm test` in a process group of its own, for a bounded time.
import { spawn } from 'node:child_process'

const running = new Set()
const keptOutput = 400_000

/**
 * Answers { code, output, seconds, ended }: `ended` says why we ended it ourselves, if we did.
 * Nothing reads a terminal or standard input, and no child outlives its step.
 */
export function runCommand([command, ...args], { cwd, env, seconds }) {
  const started = Date.now()
  return new Promise((done) => {
    let output = ''
    let ended = null
    const keep = (part) => {
      output = (output + part).slice(-keptOutput)
    }
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const end = (why) => {
      ended ??= why
      signalGroup(child, 'SIGTERM')
      setTimeout(() => signalGroup(child, 'SIGKILL'), 8_000).unref()
    }
    running.add(end)
    const limit = setTimeout(() => end(`ended after ${seconds} s`), seconds * 1_000)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const finish = (code) => {
      clearTimeout(limit)
      running.delete(end)
      signalGroup(child, 'SIGKILL')
      done({ code, output, seconds: (Date.now() - started) / 1_000, ended })
    }
    child.on('error', (error) => {
      keep(`${command}: ${error.message}\n`)
      finish(-1)
    })
    child.on('exit', (code) => {
      // A grandchild that kept our pipes must not keep us waiting.
      const wait = setTimeout(() => finish(code ?? -1), 5_000)
      child.on('close', () => {
        clearTimeout(wait)
        finish(code ?? -1)
      })
    })
  })
}

/** Ends what is running, and nothing else. */
export function endRunning(why) {
  for (const end of running) end(why)
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}
