import { z } from 'zod'
import { contractKinds } from '../values.ts'
import { Day, Key, Minutes, Text, TimeOfDay } from './text.ts'

export const SupportHours = z.strictObject({
  key: Key,
  name: Text,
  timeZone: z.string().min(1).max(60),
  /** 1 = Monday. Within one day: `to` may be 24:00. */
  weekly: z.array(z.strictObject({ day: z.int().min(1).max(7), from: TimeOfDay, to: TimeOfDay })).max(50),
  holidays: z.strictObject({
    /** ISO 3166-1 country whose public holidays are closed days; null for none. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    /**
     * The public holidays of that country, written out for the years ahead when the plan is saved and frozen when it is
     * published: a newer holiday list never rewrites clocks that have already run.
     */
    publicDays: z.array(z.strictObject({ date: Day, name: Text })).max(400),
    closed: z.array(z.strictObject({ date: Day, name: Text })).max(200),
    open: z.array(Day).max(200).describe('Public holidays on which support is open after all.'),
  }),
})
export type SupportHours = z.infer<typeof SupportHours>

export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Priority = z.infer<typeof Priority>

/** One value for each priority, 1 being the most urgent. */
export const byPriority = <T extends z.ZodType>(value: T) =>
  z.strictObject({ 1: value, 2: value, 3: value, 4: value })

/** Time objectives of one tier (OLA), in minutes of that tier's support hours. */
export const TierTargets = z.strictObject({
  acknowledgeMinutes: Minutes,
  workMinutes: Minutes,
  takeNoteMinutes: Minutes,
})

export const Tier = z.strictObject({
  level: z.int().min(1).max(9),
  name: Text,
  team: Key.describe('Key of the team whose members work in this tier.'),
  responsibilities: z.array(Text).max(30),
  talksToRequesters: z.boolean(),
  supportHours: Key,
  onCall: z.strictObject({ hours: Key, note: Text }).nullable(),
  capacity: z.strictObject({
    agents: z.int().min(0).max(10_000),
    ticketsPerAgent: z.int().min(1).max(1000).describe('Tickets one agent has open at the same time.'),
  }),
  targets: byPriority(TierTargets),
})
export type Tier = z.infer<typeof Tier>

/** The tier outside the organisation: Microsoft Support. */
export const VendorTier = z.strictObject({
  level: z.int().min(2).max(10),
  name: Text,
  supplier: z.string().min(1).max(100),
  contractKind: z.enum(contractKinds),
  contract: Text,
  severities: z
    .array(z.strictObject({ key: Key, name: Text, responseMinutes: Minutes }))
    .min(1)
    .max(10),
  languages: z.array(z.string().min(2).max(10)).min(1).max(20),
  openers: z.array(Key).max(20).describe('Teams whose members may open a case.'),
})
export type VendorTier = z.infer<typeof VendorTier>

export const Teams = z.strictObject({
  supportHours: z.array(SupportHours).min(1).max(50),
  tiers: z.array(Tier).min(1).max(9),
  vendor: VendorTier.nullable(),
})
export type Teams = z.infer<typeof Teams>
