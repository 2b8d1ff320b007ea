import { parentPort } from 'node:worker_threads'
import { parseMail } from './parse.ts'
import type { MailLimits, ParseResult } from './parsed-mail.ts'

/** What the pool sends for one mail. */
export type ParseTask = { readonly raw: Uint8Array; readonly limits: MailLimits }

/** First that the mail's time runs, then what came of it. */
export type ParseNews = 'started' | ParseResult

parentPort?.on('message', (task: ParseTask) => {
  parentPort?.postMessage('started' satisfies ParseNews)
  void parseMail(task.raw, task.limits).then((result) => parentPort?.postMessage(result satisfies ParseNews))
})
