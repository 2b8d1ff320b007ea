import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/tierwise.mjs', import.meta.url))

/** A run of the command line in a process of its own. */
export type CommandLine = {
  readonly pid: number
  readonly output: () => string
  readonly complaints: () => string
  /** Waits until this is printed; fails with everything it said when it ends before. */
  readonly printed: (wanted: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<number | null>
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Runs `tierwise` with these arguments, settings and standard input; other settings of this process do not count. */
export function tierwise(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  input?: string,
): CommandLine {
  const { DATABASE_URL: _database, TIERWISE_URL: _url, ...inherited } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...inherited, ...settings },
  })
  child.stdin.end(input)
  let output = ''
  let complaints = ''
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    complaints += part.toString()
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const hasEnded = ended.then(() => 'ended' as const)
  return {
    pid: child.pid ?? 0,
    output: () => output,
    complaints: () => complaints,
    printed: async (wanted) => {
      for (;;) {
        const match = wanted.exec(output)
        if (match) return match
        const next = await Promise.race([once(child.stdout, 'data'), hasEnded])
        if (next === 'ended' && !wanted.test(output)) {
          throw new Error(`It ended without printing ${wanted}:\n${output}\n${complaints}`)
        }
      }
    },
    ended,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
