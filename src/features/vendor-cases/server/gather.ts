import type { DeviceContext } from '#features/devices/domain/context.ts'
import { contextOf, snapshotsOf } from '#features/devices/server/actions.ts'
import { codesIn, spellingsOf } from '#features/knowledge/domain/codes.ts'
import type { Actor } from '#features/people/domain/actor.ts'
import { namesAmong, personsByIds } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'
import type { GivenEvidence } from '#features/tickets/domain/moves.ts'
import { story } from '#features/tickets/domain/story.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { havingAnyWord, readTicket, ticketOutcomes } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { filesById, type StoredFile } from '#platform/files/files.ts'
import type { PacketFacts } from '../domain/packet/facts.ts'
import type { KnownPersonal } from '../domain/redaction/known-personal.ts'

/** What is known of a ticket for its case: to fill the packet with, and to find again where it has to be hidden. */
export type Gathered = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly number: number
  readonly events: readonly TicketEvent[]
  readonly facts: PacketFacts
  readonly known: KnownPersonal
  /** Every file on the ticket. */
  readonly files: readonly StoredFile[]
}

type Given = {
  readonly evidence: readonly GivenEvidence[]
  readonly files: readonly string[]
  readonly words: readonly string[]
}

/** `given`: evidence that is about to be added, the files that go along, and words of which names are to be found too. */
export async function gather(tx: Tx, actor: Actor, ticketId: string, given: Given): Promise<Gathered> {
  const { ticket, events, number } = await readTicket(tx, actor, ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const [tenant, snapshots, cached] = await Promise.all([
    tenantOf(tx),
    snapshotsOf(tx, ticketId),
    contextOf(tx, ticket.requesterId),
  ])
  const context = snapshots.findLast(({ reason }) => reason === 'vendor')?.context ?? cached
  const fileIds = [
    ...new Set([
      ...story(events).flatMap((entry) => entry.files),
      ...ticket.evidence.flatMap(({ files }) => files),
      ...given.evidence.flatMap(({ files }) => files),
    ]),
  ]
  const files = await filesById(tx, fileIds)
  const chosen = files.filter(({ id }) => given.files.includes(id))
  const description = wordsOf(events)
  const evidence = evidenceFacts(plan, ticket, given.evidence)
  const words = [ticket.subject, description, ...evidence.map(({ value }) => value), ...given.words]
  const codes = [...new Set([...words, ...contextWords(context)].flatMap(codesIn))]
  const facts: PacketFacts = {
    ticket: {
      number,
      subject: ticket.subject,
      description,
      category: plan.process.categories.find(({ key }) => key === ticket.category)?.name.en ?? null,
      platform: ticket.platform === null ? null : platformNames[ticket.platform],
      openedAt: ticket.openedAt,
      wave: waveName(plan, ticket.wave),
      priority: `${ticket.priority} ${plan.process.priorityNames[ticket.priority].en}`,
      sameCode: await openWithCode(tx, ticketId, [...new Set([ticket.subject, description].flatMap(codesIn))]),
      sameCause: ticket.links.filter(({ kind }) => kind === 'same-cause').length,
    },
    evidence,
    codes: codes.map((code) => spellingsOf(code)[0] ?? code),
    context,
    tenantId: tenant?.tenantId ?? null,
    files: chosen.map(({ id, name, size, type }) => ({ id, name, size, type })),
    attempts: attempts(events),
  }
  const known = await knownOf(tx, {
    ticket,
    events,
    contexts: [...(context ? [context] : []), ...snapshots.map((one) => one.context)],
    tenantId: facts.tenantId,
    words: [...words, ...facts.attempts.map(({ text }) => text)],
  })
  return { plan, ticket, number, events, facts, known, files }
}

/** Looked through for the same code, the latest first. */
const mostCompared = 200

/** How many other tickets that nobody has solved yet have one of these codes, however it is written there. */
async function openWithCode(tx: Tx, ticketId: string, codes: readonly string[]): Promise<number> {
  const words = codes.flatMap((code) => spellingsOf(code))
  const like = (await havingAnyWord(tx, words, mostCompared)).filter(
    ({ id, text }) => id !== ticketId && codesIn(text).some((code) => codes.includes(code)),
  )
  const outcomes = await ticketOutcomes(
    tx,
    like.map(({ id }) => id),
  )
  return [...outcomes.values()].filter(({ stage }) => stage !== 'closed' && stage !== 'confirming').length
}

const platformNames = {
  ios: 'iOS and iPadOS',
  android: 'Android',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
} as const

function waveName(plan: SupportPlan, key: string | null): string | null {
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  return waves.find((wave) => wave.key === key)?.name.en ?? null
}

/** What the requester said when they reported it. */
function wordsOf(events: readonly TicketEvent[]): string {
  const opened = events.find(({ fact }) => fact.type === 'opened')?.fact
  return opened?.type === 'opened' ? opened.words.description : ''
}

function attempts(events: readonly TicketEvent[]): PacketFacts['attempts'] {
  return events.flatMap(({ at, fact }) =>
    fact.type === 'contacted' && fact.outcome === 'did-not-work' && fact.words.text !== ''
      ? [{ at, text: fact.words.text }]
      : [],
  )
}

function evidenceFacts(
  plan: SupportPlan,
  ticket: Ticket,
  given: readonly GivenEvidence[],
): PacketFacts['evidence'] {
  const items = plan.process.edges.flatMap((edge) => edge.evidence)
  const all = [
    ...ticket.evidence.filter(({ key }) => !given.some((one) => one.key === key && one.value !== '')),
    ...given,
  ]
  return all.flatMap(({ key, value, files }) => {
    const named = items.filter((one) => one.key === key)
    const item = named[0]
    if (!item || value.trim() === '') return []
    const option = named.flatMap(({ options }) => options).find((one) => one.key === value)
    return [
      {
        key,
        kind: item.kind,
        name: item.name.en,
        value: option ? option.name.en : value,
        chosen: option ? value : null,
        files,
      },
    ]
  })
}

function contextWords(context: DeviceContext | null): readonly string[] {
  if (context === null) return []
  const failures = (context.enrollmentFailures.value ?? []).flatMap(({ category, reason }) => [category, reason])
  const apps = (context.appFailures.value ?? []).flatMap(({ code, what }) => [code && `error ${code}`, what])
  return [...failures, ...apps].filter((one) => typeof one === 'string')
}

type Around = {
  readonly ticket: Ticket
  readonly events: readonly TicketEvent[]
  /** As it was at each step too: a device that has left Intune since keeps its serial number. */
  readonly contexts: readonly DeviceContext[]
  readonly tenantId: string | null
  readonly words: readonly string[]
}

/** `Ada de Wit`, `Tess Bakker`: words that could be the name of somebody here. */
const couldBeNames =
  /\p{Lu}[\p{L}'-]+(?:\s+(?:(?:van|de|der|den|ter|ten|te|von|el|al)\s+){0,3}\p{Lu}[\p{L}'-]+){1,2}/gu

async function knownOf(tx: Tx, { ticket, events, contexts, tenantId, words }: Around): Promise<KnownPersonal> {
  const ids = [
    ticket.requesterId,
    ticket.originatorId,
    ...ticket.followers,
    ...(ticket.assigneeId ? [ticket.assigneeId] : []),
    ...ticket.trail.flatMap(({ agentId }) => (agentId ? [agentId] : [])),
    ...events.flatMap(({ by }) => (by.kind === 'person' ? [by.personId] : [])),
  ]
  const possible = [...new Set(words.flatMap((one) => one.match(couldBeNames) ?? []))].slice(0, 500)
  const [people, others] = await Promise.all([personsByIds(tx, ids), namesAmong(tx, possible)])
  const persons = [...people.values()]
  const tenantPersons = contexts.flatMap(({ person }) => person.value ?? [])
  const devices = contexts.flatMap((one) => one.devices.value ?? [])
  const autopilot = contexts.flatMap((one) => one.autopilot.value ?? [])
  const failures = contexts.flatMap((one) => one.enrollmentFailures.value ?? [])
  const given = (all: readonly (string | null | undefined)[]) =>
    [...new Set(all)].filter((one): one is string => typeof one === 'string' && one.trim().length > 2)
  return {
    names: given([...persons.map(({ name }) => name), ...others, ...tenantPersons.map(({ name }) => name)]),
    addresses: given([...persons.map(({ email }) => email), ...tenantPersons.map(({ signInName }) => signInName)]),
    devices: given(devices.map(({ name }) => name)),
    serials: given([...devices.map(({ serial }) => serial), ...autopilot.map(({ serial }) => serial)]),
    ids: given(tenantPersons.map(({ entraId }) => entraId)),
    kept: given([
      tenantId,
      ...devices.flatMap(({ id, entraDeviceId, model, osVersion }) => [id, entraDeviceId, model, osVersion]),
      ...failures.flatMap(({ correlationId, deviceId }) => [correlationId, deviceId]),
    ]),
  }
}
