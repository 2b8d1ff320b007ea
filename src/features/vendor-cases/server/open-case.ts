import type { PersonActor } from '#features/people/domain/actor.ts'
import { contextOf } from '#features/devices/server/actions.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { VendorTier } from '#features/plan/domain/document/teams.ts'
import { aliasFor } from '#features/mailboxes/server/actions.ts'
import { allowedMoves } from '#features/tickets/domain/allowed-moves.ts'
import { moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { PacketView, TicketCases } from '../contract/answers.ts'
import type { OpenCaseInput, PreviewInput } from '../contract/inputs.ts'
import { type Channel, channelsOf, pages, severitiesBy, vendorHours } from '../domain/contract-kinds.ts'
import { knownEvidence } from '../domain/packet/known-evidence.ts'
import { responseDue } from '../domain/vendor-clock.ts'
import type { z } from 'zod'
import { gather } from './gather.ts'
import { wakeWhenLate } from './overdue.ts'
import { packetView } from './packet.ts'
import { acceptAddress } from './store/letters.ts'
import { casesOfTicket, findCase, insertCase, type NewCase } from './store/cases.ts'
import { note } from './store/log.ts'
import { tellPages } from './tell.ts'
import { caseLines } from './views.ts'

/** The cases of a ticket, and how the plan lets one be opened. */
export async function ticketCases(tx: Tx, actor: PersonActor, ticketId: string): Promise<TicketCases> {
  const { ticket } = await readTicket(tx, actor, ticketId)
  const [{ document: plan }, rows, tenant, context] = await Promise.all([
    planVersion(tx, ticket.planVersionId),
    casesOfTicket(tx, ticketId),
    tenantOf(tx),
    contextOf(tx, ticket.requesterId),
  ])
  const { vendor } = plan.teams
  const open = allowedMoves(plan, ticket, actor, tx.now).find(({ move }) => move === 'open-vendor-case')
  return {
    cases: await caseLines(tx, rows),
    vendor: vendor && {
      supplier: vendor.supplier,
      contractKind: vendor.contractKind,
      contract: vendor.contract,
      channels: channelsOf(vendor).map((channel) => ({
        channel,
        page: vendor.supplier.toLowerCase().includes('microsoft') ? (pages[channel] ?? null) : null,
        severities: severitiesBy(vendor, channel).map((one) => ({ ...one })),
      })),
    },
    tenantId: tenant?.tenantId ?? null,
    known: knownEvidence(context, ticket.platform).map((one) => ({ ...one, failed: null })),
    mayOpen: { refusal: open ? (open.refusal ?? null) : { code: 'not-offered' } },
  }
}

/** What a case would say before there is one. */
export async function previewCase(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  ticketId: string,
  input: z.output<typeof PreviewInput>,
): Promise<PacketView> {
  const words = [input.asked, ...Object.values(input.typed)]
  const gathered = await gather(tx, actor, ticketId, { evidence: input.evidence, files: input.files, words })
  const choices = { ...input, shown: new Set(input.shown.map(({ print }) => print)) }
  const head = { ticket: gathered.number, caseNumber: null, severity: '–', day: tx.now.slice(0, 10) }
  return packetView(platform, gathered, choices, head)
}

/** Opens the case and lets the ticket wait for the vendor, in one transaction. Gives the id of the case. */
export async function openCase(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  ticketId: string,
  input: OpenCaseInput,
): Promise<string> {
  const { severity, channel, caseNumber, asked, evidence } = input
  const { ticket } = await readTicket(tx, actor, ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const { vendor } = plan.teams
  if (vendor) requireOffered(vendor, channel, severity)
  const moved = await moveTicket(tx, actor, {
    ticketId,
    seenVersion: input.version,
    move: { move: 'open-vendor-case', severity, caseNumber, text: asked, evidence },
  })
  const event = moved.events.findLast(({ fact }) => fact.type === 'vendor-case-opened')
  if (!vendor || !event) throw new Error('A case was opened without a vendor')
  const onTicket = new Set(
    (await gather(tx, actor, ticketId, { evidence: [], files: [], words: [] })).files.map(({ id }) => id),
  )
  if (!input.files.every((id) => onTicket.has(id))) throw new Refused({ code: 'unknown-file' })
  const id = await insertFor(platform, tx, {
    ...caseFrom(vendor, severity, tx.now),
    ticketId,
    openedByEvent: event.number,
    channel,
    caseNumber,
    contactName: input.contactName,
    contactAddress: input.contactAddress?.toLowerCase() ?? null,
    openedBy: actor.personId,
    typed: { ...input.typed, asked },
    shown: input.shown.map(({ print }) => print),
    files: input.files,
  })
  if (id === null) throw new Error('The case of this event is there already')
  if (input.contactAddress) await acceptAddress(tx, id, input.contactAddress, actor.personId)
  for (const { print, reason } of input.shown) await note(tx, id, 'shown', actor.personId, { print, reason })
  return id
}

function requireOffered(vendor: VendorTier, channel: Channel, severity: string): void {
  if (!channelsOf(vendor).includes(channel)) throw new Refused({ code: 'channel-not-in-contract' })
  const isInPlan = vendor.severities.some(({ key }) => key === severity)
  if (isInPlan && !severitiesBy(vendor, channel).some(({ key }) => key === severity))
    throw new Refused({ code: 'severity-not-by-channel' })
}

type ForInsert = Omit<NewCase, 'id' | 'alias' | 'responseDueAt' | 'nextBy' | 'nextWhat' | 'nextAt'>

export function caseFrom(vendor: VendorTier, severity: string, openedAt: string) {
  const found = vendor.severities.find(({ key }) => key === severity)
  return {
    supplier: vendor.supplier,
    contractKind: vendor.contractKind,
    severity,
    severityNl: (found?.name.nl || severity).slice(0, 200),
    severityEn: (found?.name.en || severity).slice(0, 200),
    responseMinutes: found?.responseMinutes ?? 480,
    openedAt,
  }
}

/** Null where the event has its case already. */
export async function insertFor(platform: Platform, tx: Tx, one: ForInsert): Promise<string | null> {
  const id = newId()
  const { ticket } = await readTicket(tx, { kind: 'system', name: 'clock' }, one.ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const responseDueAt = responseDue(one.openedAt, one.responseMinutes, vendorHours(plan, one.severity))
  const isNew = await insertCase(tx, {
    ...one,
    id,
    responseDueAt,
    alias: await aliasFor(platform, tx, id),
    nextBy: 'vendor',
    nextWhat: '',
    nextAt: null,
  })
  if (!isNew) return null
  await note(tx, id, 'opened', one.openedBy, { severity: one.severity, channel: one.channel })
  const row = await findCase(tx, id)
  if (row) {
    await wakeWhenLate(tx, row)
    await tellPages(tx, row)
  }
  return id
}
