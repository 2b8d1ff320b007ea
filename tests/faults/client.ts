import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What was acknowledged: what may never be lost, and must be there once. */
export type Acknowledged = {
  readonly tickets: Map<string, { readonly id: string; readonly subject: string }>
  readonly notes: Map<string, string>
}

export type Counts = {
  requests: number
  retries: number
  refused: number
  failed: number
  /** Answers that said that the disk is full. */
  fullDisk: number
}

export type ClientSettings = {
  readonly url: string
  readonly requester: string
  readonly agent: string
  readonly signal: AbortSignal
  readonly acknowledged: Acknowledged
  readonly counts: Counts
}

const patienceMs = 60_000

/**
 * Opens tickets, claims them and writes notes, as fast as it gets answers. Whatever is not answered is sent again with the same
 * idempotency key until it is.
 */
export async function workTheDesk(settings: ClientSettings): Promise<void> {
  const { signal, acknowledged, requester, agent } = settings
  while (!signal.aborted) {
    const subject = `fault ${randomUUID()}`
    const opened = await send(settings, requester, 'POST', '/api/v1/tickets', {
      subject,
      description: 'Opened while things break.',
      category: 'enrollment-blocked',
      platform: 'ios',
    })
    if (!opened) continue
    const id = idIn(opened)
    acknowledged.tickets.set(id, { id, subject })
    await send(settings, agent, 'POST', `/api/v1/tickets/${id}/moves`, { move: { move: 'claim' } })
    for (let turn = 0; turn < 3 && !signal.aborted; turn += 1) {
      const text = `note ${randomUUID()}`
      const noted = await send(settings, agent, 'POST', `/api/v1/tickets/${id}/moves`, {
        move: { move: 'note', text },
      })
      if (noted) acknowledged.notes.set(text, id)
    }
  }
}

function idIn(answer: unknown): string {
  const { view, id, ticket } = answer as { view: string; id?: string; ticket?: { id: string } }
  const found = view === 'desk' ? ticket?.id : id
  if (!found) throw new Error('An opened ticket has an id')
  return found
}

/** The answer, or null when the desk refused or the run ended before it came. */
async function send(
  { url, signal, counts }: ClientSettings,
  token: string,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const key = randomUUID()
  const until = Date.now() + patienceMs
  counts.requests += 1
  while (Date.now() < until) {
    try {
      const answer = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      })
      if (answer.ok) return await answer.json()
      const text = await answer.text()
      if (answer.status === 507) counts.fullDisk += 1
      if (answer.status < 500 && answer.status !== 429 && !text.includes('idempotency-key-in-use')) {
        counts.refused += 1
        return null
      }
    } catch {
      // The program or its database has just been killed: that is what this is about.
    }
    counts.retries += 1
    await pause(200)
    if (signal.aborted && Date.now() > until - patienceMs / 2) break
  }
  counts.failed += 1
  return null
}
