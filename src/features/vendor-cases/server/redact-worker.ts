import { parentPort, workerData } from 'node:worker_threads'
import { redact } from '../domain/redaction/redact.ts'
import { printOf } from './packet.ts'
import type { ToRedact } from './redact-aside.ts'

if (!parentPort) throw new Error('Runs as a worker thread')
const { texts, known, ticketId, shown, before }: ToRedact = workerData
parentPort.postMessage(redact(texts, known, (one) => shown.has(printOf(ticketId, one)), before))
