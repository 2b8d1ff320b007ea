import type { Instant } from '#features/people/domain/instant.ts'
import { actorOf } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { addSupportMinutes } from '#features/plan/domain/support-hours.ts'
import { OpenTicket } from '#features/tickets/contract/moves.ts'
import { evidenceAsked, isFilled } from '#features/tickets/domain/evidence.ts'
import type { GivenEvidence, Move } from '#features/tickets/domain/moves.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { moveTicket, openTicket, readTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import type { MailServices } from '#features/tickets/server/mails.ts'
import { tellListeners } from '#features/tickets/server/listeners.ts'
import { notify } from '#features/tickets/server/notify.ts'
import { triageListener } from '#features/triage/server/hear-tickets.ts'
import { vendorCaseListener } from '#features/vendor-cases/server/hear-tickets.ts'
import type { MovableClock } from '#platform/clock.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import type { Cast, Player } from './cast.ts'
import type { Chance } from '../../../simulators/microsoft-graph/chance.ts'
import { finding } from './findings.ts'
import type { DemoDevice, Misfortune } from './in-tenant.ts'
import type { DemoTenant } from './tenant.ts'
import type { Trouble } from './troubles.ts'

/** The desk as its players use it: through the same actions as the pages, at the moment that the clock says. */
export type DemoDesk = {
  readonly plan: SupportPlan
  readonly cast: Cast
  readonly chance: Chance
  /** How often the solution of a trouble has come down to tier 1, by its English subject. */
  readonly lessons: Map<string, number>
  /** What is behind each ticket. */
  readonly troubles: Map<string, Trouble>
  /** The known issue that was written down with a trouble's first diagnosis, by its English subject. */
  readonly issues: Map<string, string>
  readonly now: () => Instant
  /** So many minutes of office hours from now. */
  readonly after: (minutes: number) => Instant
  readonly open: (requester: Player, trouble: Trouble, source: Ticket['source']) => Promise<string>
  readonly move: (player: Player, ticketId: string, move: Exclude<Move, { move: 'open' }>) => Promise<Ticket>
  readonly read: (player: Player, ticketId: string) => Promise<Ticket>
  /** What was wrong in the tenant is put right, where it shows there. */
  readonly mend: (ticketId: string) => Promise<void>
  /** What the next tier asks for and the ticket does not have yet. */
  readonly evidence: (player: Player, ticket: Ticket, to: number, trouble: Trouble) => Promise<GivenEvidence[]>
}

export type DemoGround = {
  readonly platform: Platform & { readonly clock: MovableClock }
  readonly orgId: string
  readonly plan: SupportPlan
  readonly cast: Cast
  readonly chance: Chance
  readonly mail: MailServices
  readonly tenant: DemoTenant
  /** Since when what goes wrong shows in the tenant too, and devices are read with tickets. */
  readonly readsSince: Instant
  /** Does what a job does, at the moment that is played. */
  readonly run: (job: string, given?: object) => Promise<void>
}

/** Who keeps records of their own of these moves; what else hears of them plays its part by itself. */
const listeners = [triageListener, vendorCaseListener]
const heardOf: ReadonlySet<Move['move']> = new Set(['open-vendor-case', 'vendor-answered', 'contact', 'reopen'])

export function demoDesk(ground: DemoGround): DemoDesk {
  const { platform, orgId, plan, cast, chance, mail, tenant } = ground
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inOrganisation(platform, orgId, work)
  const now = () => platform.clock.now()
  const hours = hoursOf(plan, plan.process.targetHours)
  const troubles = new Map<string, Trouble>()
  const behind = new Map<string, { readonly misfortune: Misfortune; readonly device: DemoDevice }>()
  const told = async (tx: Tx, ticket: Ticket, from: number) =>
    notify(platform, tx, mail, { ticketId: ticket.id, from, to: ticket.version })

  return {
    plan,
    cast,
    chance,
    lessons: new Map(),
    troubles,
    issues: new Map(),
    now,
    after: (minutes) => addSupportMinutes(hours, now(), minutes),
    open: async (requester, trouble, source) => {
      const number = await reserveNumber(platform, orgId)
      const misfortune = { at: now(), address: requester.email, subject: trouble.subject.en }
      const isRead = misfortune.at >= ground.readsSince
      const device = await tenant.befall(misfortune, isRead)
      const opened = await within(async (tx) => {
        const actor = await actorOf(tx, requester.id)
        const given = OpenTicket.parse({
          subject: trouble.subject[requester.language],
          description: described(trouble, requester),
          category: source === 'mail' ? null : trouble.category,
          platform: source === 'mail' ? null : trouble.platform,
        })
        const { ticket } = await openTicket(tx, actor, number, { ...given, requesterId: requester.id, source })
        await told(tx, ticket, 1)
        troubles.set(ticket.id, trouble)
        behind.set(ticket.id, { misfortune, device })
        return ticket.id
      })
      if (isRead) await ground.run('devices.read', { personId: requester.id, openedTicket: opened })
      return opened
    },
    mend: async (ticketId) => {
      const known = behind.get(ticketId)
      if (known) await tenant.mend(known.misfortune, known.device)
    },
    move: (player, ticketId, move) =>
      within(async (tx) => {
        const actor = await actorOf(tx, player.id)
        const before = await readTicket(tx, actor, ticketId)
        const { ticket } = await moveTicket(tx, actor, { ticketId, move, seenVersion: before.ticket.version })
        await told(tx, ticket, before.ticket.version + 1)
        const range = { ticketId, from: before.ticket.version + 1, to: ticket.version }
        if (heardOf.has(move.move)) await tellListeners(platform, tx, listeners, range)
        return ticket
      }),
    read: (player, ticketId) =>
      within(async (tx) => (await readTicket(tx, await actorOf(tx, player.id), ticketId)).ticket),
    evidence: (player, ticket, to, trouble) => {
      const from = 'tier' in ticket.stage ? ticket.stage.tier : plan.process.contactTier
      const missing = evidenceAsked(plan, ticket, from, to).filter(
        (item) => item.required && !isFilled(item, ticket.evidence),
      )
      const device = behind.get(ticket.id)?.device
      if (!device) throw new RangeError(`Nobody of the demo opened ticket ${ticket.id}`)
      return within(async (tx) => {
        const account = await accountOf(tx, ticket.requesterId)
        const given: GivenEvidence[] = []
        for (const item of missing) {
          const isFile = item.kind === 'log' || item.kind === 'screenshot'
          given.push({
            key: item.key,
            value: finding(item, {
              trouble,
              chance,
              at: tx.now,
              account,
              device,
            }),
            files: isFile ? [await logFile(platform, tx, player, trouble)] : [],
          })
        }
        return given
      })
    },
  }
}

/** A requester adds the code, unless their story has it. */
function described({ story, code }: Trouble, { language }: Player): string {
  const told = story[language]
  return code === '' || told.includes(code) ? told : `${told}\n\n${code}`
}

async function accountOf(tx: Tx, personId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('persons')
    .select('email')
    .where('org_id', '=', tx.orgId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.email
}

async function logFile(platform: Platform, tx: Tx, player: Player, trouble: Trouble): Promise<string> {
  const lines = [`${tx.now} enrollment started`, `${tx.now} ${trouble.platform} ${trouble.code || 'no code'}`]
  const blob = await storeBlob(platform, Buffer.from(`${lines.join('\n')}\n`))
  return (await addFile(tx, blob, { name: 'enrollment.log', ownerId: player.id })).id
}
