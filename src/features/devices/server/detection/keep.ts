import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import { type FindingKind, type Seen, seenAgain } from '../../domain/findings.ts'
import { contextReaders } from '../../domain/readers.ts'
import { findingsSettled } from '../findings-wait.ts'
import { endFindings, goingOn, insertFinding, keepPerson, keepSeen } from '../store/findings.ts'

export type Look = {
  readonly tenant: string
  readonly kind: FindingKind
  readonly wanted: 'ticket' | 'hint'
  readonly seen: readonly Seen[]
  /** Persons here, by the id of their user in lower case. */
  readonly persons: ReadonlyMap<string, string>
  /** What is over, among what goes on: what is not seen any more, where everything was looked at; else what is too old. */
  readonly isOver: (finding: { readonly about: string; readonly lastAt: string }) => boolean
}

/** Keeps what was seen: each once, however often it is looked at. What is new, or happened again, is told in a job. */
export async function keepLook(tx: Tx, look: Look): Promise<void> {
  const before = await goingOn(tx, look.kind)
  const over = before.filter((finding) => look.isOver(finding)).map(({ id }) => id)
  await endFindings(tx, over)
  const known = new Map(before.filter(({ id }) => !over.includes(id)).map((finding) => [finding.about, finding]))
  let changed = over.length > 0
  for (const seen of look.seen) {
    const personId = seen.userId === null ? null : (look.persons.get(seen.userId.toLowerCase()) ?? null)
    const finding = known.get(seen.about)
    if (!finding) {
      const id = await insertFinding(tx, { tenant: look.tenant, seen, personId, wanted: look.wanted })
      if (id !== null) await tell(tx, id)
      changed = true
      continue
    }
    if (finding.personId === null && personId !== null) await keepPerson(tx, finding.id, personId)
    const again = seenAgain(finding, seen)
    if (!again) continue
    await keepSeen(tx, finding.id, again, { ...finding.facts, ...seen.facts })
    changed = true
    if (finding.state !== 'dismissed') await tell(tx, finding.id)
  }
  if (changed) await announceFindings(tx)
}

async function tell(tx: Tx, findingId: string): Promise<void> {
  await enqueue(tx, 'devices.finding', { findingId }, { key: `devices.finding:${findingId}` })
}

/** Pages read again, and what is not asked any more is gone from bells. */
export async function announceFindings(tx: Tx): Promise<void> {
  await findingsSettled(tx)
  await announce(tx, { topic: 'findings', subject: 'all', audience: { roles: contextReaders } })
}
