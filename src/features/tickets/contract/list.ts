import { z } from 'zod'
import { Priority } from '#features/plan/domain/document/teams.ts'
import { Key, Platform } from '#features/plan/domain/document/text.ts'
import { At, Id, PersonRef } from './answers.ts'

export const ticketSorts = ['changed', 'opened', 'due', 'priority', 'number'] as const

/** One list for everything: filter and sort stand in the page's address in the same words. */
export const TicketFilter = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  /** The tier whose turn it is. */
  tier: z.coerce.number().int().min(1).max(10).optional(),
  /** What somebody has to do: with `mine`, by me (my own, and my tiers' that nobody has). */
  duty: z.enum(['investigate', 'accept', 'take-note', 'contact', 'answer-question']).optional(),
  /** Of `duty`: in this tier. */
  dutyTier: z.coerce.number().int().min(1).max(10).optional(),
  mine: z.enum(['assigned', 'to-do', 'requested', 'following']).optional(),
  assignee: z.union([z.literal('none'), Id]).optional(),
  requester: Id.optional(),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']).optional(),
  waiting: z.enum(['requester', 'vendor', 'until', 'any', 'none']).optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  category: Key.optional(),
  platform: Platform.optional(),
  phase: Key.optional(),
  wave: Key.optional(),
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
  dueAt: At.nullable(),
  dueTarget: z.string().nullable(),
})
export type TicketRow = z.infer<typeof TicketRow>

export const TicketList = z.object({
  tickets: z.array(TicketRow),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  /** How many tickets the filter has; `more` when there are even more than were counted. */
  total: z.object({ count: z.int(), more: z.boolean() }),
})

/** How much there is in each view of the desk: the same filters as the lists that they open. */
export const DeskCounts = z.object({
  mine: z.int(),
  toDo: z.int(),
  following: z.int(),
  requested: z.int(),
  tiers: z.array(
    z.object({
      tier: z.int(),
      open: z.int(),
      unassigned: z.int(),
      offered: z.int(),
      takeNote: z.int(),
      contact: z.int(),
    }),
  ),
  confirming: z.int(),
  waiting: z.int(),
})
export type DeskCounts = z.infer<typeof DeskCounts>
