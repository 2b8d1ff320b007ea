import { planAbsence } from '#features/people/server/absences.ts'
import { giveCertification } from '#features/people/server/certifications.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { insertPasskey } from '#features/people/server/store/passkeys.ts'
import { insertApiToken } from '#features/people/server/store/sign-ins.ts'
import { putProvider } from '#features/people/server/store/providers.ts'
import { newApiToken } from '#features/people/server/tokens.ts'
import { addTeam, setMembership } from '#features/people/server/teams.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { askDocument } from '#features/plan/server/documents/documents.ts'
import { makeDocument } from '#features/plan/server/documents/make-document.ts'
import { beginDraft } from '#features/plan/server/drafts.ts'
import { askReview } from '#features/plan/server/publishing.ts'
import { deleteDraft, findDraft } from '#features/plan/server/store.ts'
import { mailLink } from '#features/portal/server/mail-link.ts'
import type { Move } from '#features/tickets/domain/moves.ts'
import { moveTicket, openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import type { PersonName, TestDesk } from '../support/test-desk.ts'
import type { World } from './world.ts'

let count = 0
export const next = () => (count += 1)

export type Opened = { readonly id: string; readonly number: number }
type Opening = { readonly by?: PersonName; readonly subject?: string; readonly files?: readonly string[] }

export async function ticketOn({ platform }: World, desk: TestDesk, opening: Opening = {}): Promise<Opened> {
  const { by = 'ada', subject = `It stops ${next()}`, files = [] } = opening
  const number = await reserveNumber(platform, desk.orgId)
  const actor = await desk.as(by)
  return desk.within(async (tx) => {
    const { ticket } = await openTicket(tx, actor, number, {
      subject,
      description: 'At the last step.',
      requesterId: actor.personId,
      source: 'portal',
      category: 'enrollment-blocked',
      platform: 'ios',
      ...{ impact: null, urgency: null, evidence: [], files: [...files] },
    })
    return { id: ticket.id, number }
  })
}

export const ticket = (world: World, opening?: Opening) => ticketOn(world, world.home, opening)

export async function move(
  desk: TestDesk,
  by: PersonName,
  ticketId: string,
  wanted: Exclude<Move, { move: 'open' }>,
) {
  const actor = await desk.as(by)
  return desk.within((tx) => moveTicket(tx, actor, { ticketId, move: wanted, seenVersion: null }))
}

export function spare({ home }: World, given: { team?: string; isLead?: boolean } = {}) {
  return home.within(async (tx) => {
    const person = { name: `Spare ${next()}`, email: `spare${count}@contoso.example` }
    const { id } = await addPerson(tx, 'tierwise', { ...person, roles: ['requester', 'agent'] })
    if (given.team) await setMembership(tx, 'tierwise', { team: given.team, personId: id, isLead: false })
    return id
  })
}

export function spareTeam({ home }: World) {
  return home.within(async (tx) => {
    const name = `team-${next()}`
    return (await addTeam(tx, 'tierwise', { key: name, name: { nl: name, en: name } })).key
  })
}

/** A member of the lead's team with a certification. */
export async function certified(world: World) {
  const id = await spare(world, { team: 'servicedesk' })
  await world.home.within((tx) =>
    giveCertification(tx, 'tierwise', { personId: id, tier: 1, until: null, overrideReason: null }),
  )
  const { rows } = await world.platform.owner.query<{ id: string }>(
    'select id from certifications where person_id = $1',
    [id],
  )
  return { id, certification: rows[0]?.id ?? '' }
}

export const nextWeek = { from: '2026-11-30T08:00:00.000Z', until: '2026-12-04T17:00:00.000Z' }

export async function absence({ home }: World, personId: string) {
  const [made] = await home.within((tx) => planAbsence(tx, 'tierwise', personId, { ...nextWeek, reason: null }))
  return made?.id ?? ''
}

/** No server answers at its address. */
export function providerOn(desk: TestDesk) {
  const provider = {
    id: newId(),
    name: `Provider ${next()}`,
    issuer: 'https://127.0.0.1:9/',
    clientId: 'tierwise',
    clientSecret: null,
    tenants: [],
    createsRequesters: false,
    enabled: true,
  }
  return desk.within(async (tx) => {
    await putProvider(tx, provider)
    return provider.id
  })
}

/** Its id: nobody needs to know the secret. */
export function apiToken({ home }: World, personId: string) {
  const { hash: tokenHash } = newApiToken(home.orgId)
  const token = { id: newId(), personId, name: 'script', tokenHash, expiresAt: '2027-01-01T00:00:00.000Z' }
  return home.within(async (tx) => {
    await insertApiToken(tx, token)
    return token.id
  })
}

/** A key that nobody holds. */
export function passkeyOf({ within }: TestDesk, personId: string) {
  const id = newId()
  const key = Buffer.from(id)
  const passkey = { id, personId, name: 'Laptop', credentialId: key, publicKey: key, uses: 0, transports: [] }
  return within(async (tx) => {
    await insertPasskey(tx, passkey)
    return id
  })
}

export async function fileOn({ platform }: World, desk: TestDesk, ownerId: string, text = 'a log') {
  const blob = await storeBlob(platform, Buffer.from(text))
  return desk.within(async (tx) => (await addFile(tx, blob, { name: 'log.txt', ownerId })).id)
}

/** There is at most one draft in an organisation: at home this new one, away none. */
export async function draft(world: World, inReview = false) {
  await noDraft(world)
  const { pia, root } = world.home.people
  return world.home.within(async (tx) => {
    const made = await beginDraft(tx, pia.id, undefined)
    if (!inReview) return made
    return askReview(tx, pia.id, { revision: made.revision, approverId: root.id, reason: 'Yearly' })
  })
}

export async function planInForce({ home }: World) {
  const plan = await home.within(publishedPlan)
  if (!plan) throw new Error('The desk at home runs by a plan')
  return plan
}

export async function noDraft({ home, away }: World) {
  for (const { within } of [home, away]) {
    await within(async (tx) => {
      const open = await findDraft(tx)
      if (open) await deleteDraft(tx, open.id)
    })
  }
}

/** A document of the published plan, made. */
export async function planDocument({ platform, home }: World): Promise<string> {
  const reader = { personId: home.people.pia.id, roles: ['plan-owner'] }
  const { id } = await home.within((tx) => askDocument(tx, reader, 1, { language: 'nl', format: 'markdown' }))
  await makeDocument(platform, { orgId: home.orgId, documentId: id }, { isLast: true })
  return id
}

export async function portalToken(
  world: World,
  ticketId: string,
  desk = world.home,
  personId = desk.people.ada.id,
) {
  const now = world.platform.clock.now()
  const link = await mailLink(world.platform, now, { orgId: desk.orgId, ticketId, personId })
  return new URL(link).hash.slice('#token='.length)
}
