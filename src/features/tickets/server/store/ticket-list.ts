import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TicketFilter, TicketListQuery } from '../../contract/list.ts'

/** Who looks: what they may see, and what "mine" means to them. */
export type Viewer = {
  readonly personId: string
  /** Sees every ticket of the organisation; others see the tickets they are the requester of. */
  readonly staff: boolean
  /** Tiers of the published plan in which this person works. */
  readonly tiers: readonly number[]
}

type Tickets = ExpressionBuilder<DB, 'tickets'>
type Condition = Expression<SqlBool>

/** The one predicate of who may see which ticket. Row-level security keeps organisations apart beneath it. */
export function maySee(eb: Tickets, orgId: string, viewer: Viewer): Condition {
  const own = eb('tickets.org_id', '=', orgId)
  return viewer.staff ? own : own.and(eb('tickets.requester_id', '=', viewer.personId))
}

function matches(eb: Tickets, tx: Tx, viewer: Viewer, filter: TicketFilter): Condition {
  const where: Condition[] = [maySee(eb, tx.orgId, viewer)]
  if (filter.state === 'open') where.push(eb('tickets.stage', '<>', 'closed'))
  if (filter.state === 'closed') where.push(eb('tickets.stage', '=', 'closed'))
  if (filter.tier !== undefined) where.push(eb('tickets.tier', '=', filter.tier))
  if (filter.stage) where.push(eb('tickets.stage', '=', filter.stage))
  if (filter.priority !== undefined) where.push(eb('tickets.priority', '=', filter.priority))
  if (filter.category) where.push(eb('tickets.category', '=', filter.category))
  if (filter.platform) where.push(eb('tickets.platform', '=', filter.platform))
  if (filter.phase) where.push(eb('tickets.phase', '=', filter.phase))
  if (filter.wave) where.push(eb('tickets.wave', '=', filter.wave))
  if (filter.planVersion) where.push(eb('tickets.plan_version_id', '=', filter.planVersion))
  if (filter.requester) where.push(eb('tickets.requester_id', '=', filter.requester))
  if (filter.assignee === 'none') where.push(eb('tickets.assignee_id', 'is', null))
  else if (filter.assignee) where.push(eb('tickets.assignee_id', '=', filter.assignee))
  if (filter.waiting === 'none') where.push(eb('tickets.waiting', 'is', null))
  else if (filter.waiting === 'any') where.push(eb('tickets.waiting', 'is not', null))
  else if (filter.waiting) where.push(eb('tickets.waiting', '=', filter.waiting))
  if (filter.due === 'missed') where.push(isMissed(eb, tx))
  if (filter.mine) where.push(mine(eb, viewer, filter))
  else if (filter.duty) where.push(hasDuty(eb, filter, null))
  if (filter.words) where.push(speaksOf(eb, viewer, filter.words))
  return eb.and(where)
}

/** What a row is called missed by, and what is counted as missed. */
function isMissed(eb: Tickets, tx: Tx): Condition {
  return eb('tickets.due_order', '<=', tx.now)
}

function mine(eb: Tickets, viewer: Viewer, filter: TicketFilter): Condition {
  const me = viewer.personId
  switch (filter.mine) {
    case 'to-do':
      return hasDuty(eb, filter, viewer)
    case 'requested':
      return eb('tickets.requester_id', '=', me)
    case 'following':
      return eb.exists(
        eb
          .selectFrom('ticket_followers')
          .select(sql`1`.as('one'))
          .whereRef('ticket_followers.org_id', '=', 'tickets.org_id')
          .whereRef('ticket_followers.ticket_id', '=', 'tickets.id')
          .where('ticket_followers.person_id', '=', me),
      )
    case 'assigned':
    case undefined:
      return eb('tickets.assignee_id', '=', me)
  }
}

/** Somebody's duty; with a viewer, their own or one of their tiers' that nobody has taken. */
function hasDuty(eb: Tickets, { duty, dutyTier }: TicketFilter, viewer: Viewer | null): Condition {
  return eb.exists(
    eb
      .selectFrom('ticket_duties')
      .select(sql`1`.as('one'))
      .whereRef('ticket_duties.org_id', '=', 'tickets.org_id')
      .whereRef('ticket_duties.ticket_id', '=', 'tickets.id')
      .$if(duty !== undefined, (duties) => duties.where('ticket_duties.kind', '=', duty ?? 'investigate'))
      .$if(dutyTier !== undefined, (duties) => duties.where('ticket_duties.tier', '=', dutyTier as number))
      .$if(viewer !== null, (duties) => duties.where((of) => isDutyOf(of, viewer as Viewer))),
  )
}

function isDutyOf(of: ExpressionBuilder<DB, 'ticket_duties'>, { personId, tiers }: Viewer): Condition {
  const own = of('ticket_duties.person_id', '=', personId)
  if (tiers.length === 0) return own
  const free = of.and([of('ticket_duties.person_id', 'is', null), of('ticket_duties.tier', 'in', [...tiers])])
  return of.or([own, free])
}

/** What the viewer has to do on these tickets. */
export async function dutiesOn(tx: Tx, viewer: Viewer, ticketIds: readonly string[]) {
  if (!viewer.staff || ticketIds.length === 0) return []
  return tx.db
    .selectFrom('ticket_duties')
    .select(['ticket_id', 'kind', 'tier', 'due_at', 'due_target', 'due_tier'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', 'in', [...ticketIds])
    .where((of) => isDutyOf(of as ExpressionBuilder<DB, 'ticket_duties'>, viewer))
    .execute()
}

export type ListedDuty = Awaited<ReturnType<typeof dutiesOn>>[number]

function speaksOf(eb: Tickets, viewer: Viewer, words: string): Condition {
  const number = /^[tT]?-?(\d{1,15})$/.exec(words)?.[1]
  if (number) return eb('tickets.number', '=', Number(number))
  const column = sql.ref(viewer.staff ? 'tickets.search' : 'tickets.search_open')
  return sql<SqlBool>`${column} @@ (websearch_to_tsquery('dutch', ${words}) || websearch_to_tsquery('english', ${words}))`
}

const sortColumns = {
  changed: 'tickets.changed_at',
  opened: 'tickets.opened_at',
  due: 'tickets.due_order',
  priority: 'tickets.priority',
  number: 'tickets.number',
} as const

export async function listTickets(tx: Tx, viewer: Viewer, query: TicketListQuery) {
  const column = sortColumns[query.sort]
  const { direction } = query
  const after = query.after ? readCursor(query.after) : null
  return tx.db
    .selectFrom('tickets')
    .where((eb) => matches(eb, tx, viewer, query))
    .$if(after !== null, (some) =>
      some.where((eb) =>
        eb(
          eb.refTuple(column, 'tickets.id'),
          direction === 'asc' ? '>' : '<',
          // The row's own types: an instant, a number.
          eb.tuple(after?.value as never, after?.id as never),
        ),
      ),
    )
    .orderBy(column, direction)
    .orderBy('tickets.id', direction)
    .limit(query.limit + 1)
    .innerJoin('persons as requester', (join) =>
      join.onRef('requester.org_id', '=', 'tickets.org_id').onRef('requester.id', '=', 'tickets.requester_id'),
    )
    .leftJoin('persons as assignee', (join) =>
      join.onRef('assignee.org_id', '=', 'tickets.org_id').onRef('assignee.id', '=', 'tickets.assignee_id'),
    )
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.version',
      'tickets.subject',
      'tickets.kind',
      'tickets.stage',
      'tickets.tier',
      'tickets.offered_to',
      'tickets.waiting',
      'tickets.priority',
      'tickets.category',
      'tickets.platform',
      'tickets.phase',
      'tickets.wave',
      'tickets.on_bridge',
      'tickets.opened_at',
      'tickets.changed_at',
      'tickets.closed_at',
      'tickets.due_at',
      'tickets.due_order',
      'tickets.due_target',
      'tickets.due_tier',
      'requester.id as requester_id',
      'requester.name as requester_name',
      'requester.email as requester_email',
      'assignee.id as assignee_id',
      'assignee.name as assignee_name',
      'assignee.email as assignee_email',
    ])
    .execute()
}

export type ListedTicket = Awaited<ReturnType<typeof listTickets>>[number]

/** Where the next page starts: the sorted value and the id of a page's last row. */
export function cursorOf(row: ListedTicket, sort: TicketListQuery['sort']): string {
  const value = {
    changed: row.changed_at,
    opened: row.opened_at,
    due: row.due_order,
    priority: row.priority,
    number: row.number,
  }[sort]
  return Buffer.from(JSON.stringify([value, row.id])).toString('base64url')
}

function readCursor(text: string): { value: string | number; id: string } | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(parsed) || parsed.length !== 2) return null
    const [value, id] = parsed as unknown[]
    if ((typeof value !== 'string' && typeof value !== 'number') || typeof id !== 'string') return null
    return { value, id }
  } catch {
    return null
  }
}

/** Beyond this, a list says "at least": counting a million rows for one number helps nobody. */
export const countedAtMost = 10_000

export async function countTickets(tx: Tx, viewer: Viewer, filter: TicketFilter): Promise<number> {
  return (await countEach(tx, viewer, { all: filter }))['all'] ?? 0
}

/** How many tickets each filter has, in one question. */
export async function countEach(
  tx: Tx,
  viewer: Viewer,
  filters: Readonly<Record<string, TicketFilter>>,
): Promise<Readonly<Record<string, number>>> {
  const counts = Object.entries(filters).map(([name, filter]) => {
    const some = tx.db
      .selectFrom('tickets')
      .select(sql`1`.as('one'))
      .where((eb) => matches(eb, tx, viewer, filter))
      .limit(countedAtMost)
    return tx.db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .as(name)
  })
  const found = await tx.db.selectNoFrom(counts).executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(found).map(([name, count]) => [name, Number(count)]))
}

/** How many open tickets each of these people has. */
export async function openByAssignee(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('tickets')
    .select(['assignee_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('org_id', '=', tx.orgId)
    .where('assignee_id', 'in', [...personIds])
    .where('stage', '<>', 'closed')
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.map((row) => [row.assignee_id ?? '', Number(row.count)]))
}
