import { Worker } from 'node:worker_threads'
import type { ParseNews, ParseTask } from './parse-worker.ts'
import { type MailLimits, mailLimits, type ParseRefusal, type ParseResult } from './parsed-mail.ts'

export type ParsePool = {
  readonly parse: (raw: Uint8Array) => Promise<ParseResult>
  readonly close: () => Promise<void>
}

type Waiting = { readonly raw: Uint8Array; readonly answer: (result: ParseResult) => void }

const startMilliseconds = 30_000
/** Memory one mail may cost: many times its largest size. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }

/**
 * Parses mail in worker threads. A mail that takes too long or too much memory costs its own worker and nothing else:
 * the worker is ended, the mail refused, and the next mail gets a new one.
 */
export function createParsePool(options: { size?: number; limits?: MailLimits } = {}): ParsePool {
  const limits = options.limits ?? mailLimits
  const size = options.size ?? 2
  const waiting: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let closed = false

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < size)) {
      const task = waiting.shift()
      if (task !== undefined) run(idle.pop() ?? start(), task)
    }
  }

  const start = (): Worker => {
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { resourceLimits })
    worker.unref()
    all.add(worker)
    worker.once('exit', () => {
      all.delete(worker)
      const at = idle.indexOf(worker)
      if (at !== -1) idle.splice(at, 1)
      next()
    })
    return worker
  }

  const run = (worker: Worker, task: Waiting): void => {
    const done = (result: ParseResult, isWhole: boolean): void => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      // An ended worker may still report its end as an error.
      if (!isWhole) worker.on('error', () => undefined)
      if (isWhole) idle.push(worker)
      else void worker.terminate()
      task.answer(result)
      if (isWhole) next()
    }
    const refuse = (code: ParseRefusal['code']): void => done({ ok: false, refusal: { code } }, false)
    // The start of a thread is not the mail's time.
    let timer = setTimeout(() => refuse('mail-too-slow'), startMilliseconds)
    worker.on('message', (news: ParseNews) => {
      if (news !== 'started') return done(news, true)
      clearTimeout(timer)
      timer = setTimeout(() => refuse('mail-too-slow'), limits.milliseconds)
    })
    worker.once('error', () => refuse('mail-unreadable'))
    worker.postMessage({ raw: task.raw, limits } satisfies ParseTask)
  }

  return {
    parse(raw) {
      if (closed) throw new Error('the parse pool is closed')
      if (raw.byteLength > limits.bytes) return Promise.resolve({ ok: false, refusal: { code: 'mail-too-large' } })
      return new Promise((answer) => {
        waiting.push({ raw, answer })
        next()
      })
    },
    async close() {
      closed = true
      for (const task of waiting.splice(0)) task.answer({ ok: false, refusal: { code: 'mail-unreadable' } })
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}
