import { z } from 'zod'
import { Priority } from '#features/plan/domain/document/teams.ts'
import { Key, Platform } from '#features/plan/domain/document/text.ts'
import { dutyKinds } from '../domain/duties.ts'
import { targetNames } from '../domain/ticket.ts'
import { At, Id, PersonRef } from './answers.ts'

export const ticketSorts = ['changed', 'opened', 'due', 'priority', 'number'] as const

/** One list for everything: filter and sort stand in the page's address in the same words. */
export const TicketFilter = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  /** The tier whose turn it is. */
  tier: z.coerce.number().int().min(1).max(10).optional(),
  /** What somebody has to do: with `mine`, by me (my own, and my tiers' that nobody has). */
  duty: z.enum(dutyKinds).optional(),
  /** Of `duty`: in this tier. */
  dutyTier: z.coerce.number().int().min(1).max(10).optional(),
  mine: z.enum(['assigned', 'to-do', 'requested', 'following']).optional(),
  assignee: z.union([z.literal('none'), Id]).optional(),
  requester: Id.optional(),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']).optional(),
  waiting: z.enum(['requester', 'vendor', 'until', 'any', 'none']).optional(),
  /** `missed`: the target that has to be reached first is past its moment. */
  due: z.enum(['missed']).optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  category: Key.optional(),
  platform: Platform.optional(),
  phase: Key.optional(),
  wave: Key.optional(),
  /** The version of the plan that it runs under. */
  planVersion: Id.optional(),
  /** Words in subject and conversation, or a ticket number. */
  words: z.string().trim().min(1).max(200).optional(),
})
export type TicketFilter = z.infer<typeof TicketFilter>

export const TicketListQuery = z.object({
  ...TicketFilter.shape,
  sort: z.enum(ticketSorts).default('changed'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type TicketListQuery = z.infer<typeof TicketListQuery>

const MyDuty = z.object({
  kind: z.enum(dutyKinds),
  tier: z.int(),
  dueAt: At.nullable(),
  dueTarget: z.enum(targetNames).nullable(),
  dueTier: z.int().nullable(),
})

export const TicketRow = z.object({
  id: Id,
  number: z.int(),
  version: z.int(),
  subject: z.string(),
  kind: z.enum(['incident', 'request']),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']),
  tier: z.int().nullable(),
  offeredTo: z.int().nullable(),
  waiting: z.enum(['requester', 'vendor', 'until']).nullable(),
  requester: PersonRef,
  assignee: PersonRef.nullable(),
  priority: Priority,
  category: z.string().nullable(),
  platform: Platform.nullable(),
  phase: z.string().nullable(),
  wave: z.string().nullable(),
  onBridge: z.boolean(),
  openedAt: At,
  changedAt: At,
  closedAt: At.nullable(),
  /** When the first target that has yet to be reached is due, or was: see `missed`. Only for staff. */
  dueAt: At.nullable(),
  dueTarget: z.enum(targetNames).nullable(),
  /** Whose target it is; null for those of the whole ticket. */
  dueTier: z.int().nullable(),
  missed: z.boolean(),
  /** What the caller has to do on it: their own duties, and those of their tiers that nobody has. */
  myDuties: z.array(MyDuty),
})
export type TicketRow = z.infer<typeof TicketRow>

export const TicketList = z.object({
  tickets: z.array(TicketRow),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  /** How many tickets the filter has; `more` when there are even more than were counted. */
  total: z.object({ count: z.int(), more: z.boolean() }),
})

/** How many tickets each view of the desk holds, by the view's key: the same filters as the lists that they open. */
export const DeskCounts = z.object({
  views: z.record(z.string(), z.int()),
  /** Nobody counts further: a view with so many has at least so many. */
  atMost: z.int(),
})
export type DeskCounts = z.infer<typeof DeskCounts>
