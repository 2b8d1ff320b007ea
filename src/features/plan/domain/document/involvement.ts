import { z } from 'zod'
import { bridgeExitFigures, comparisons, phaseModes, readinessFigures } from '../values.ts'
import { Day, Key, Minutes, Platform, Text, TimeOfDay } from './text.ts'

export const Wave = z.strictObject({
  key: Key,
  name: Text,
  groups: z
    .array(z.string().min(1).max(200))
    .max(200)
    .describe('Keys of the groups of people that enroll in this wave.'),
  starts: Day,
  ends: Day,
  expectedUsers: z.int().min(0).max(10_000_000),
  platforms: z
    .array(z.strictObject({ platform: Platform, percent: z.number().min(0).max(100) }))
    .max(5)
    .describe('Share of the expected devices, in percent.'),
})
export type Wave = z.infer<typeof Wave>

/** `bridge`: all tiers meet and see an escalation at once. `tiered`: tier after tier. */
export const Phase = z.strictObject({
  key: Key,
  name: Text,
  mode: z.enum(phaseModes),
  starts: Day,
  ends: Day,
  waves: z.array(Wave).max(100),
})
export type Phase = z.infer<typeof Phase>

export const Bridge = z.strictObject({
  key: Key,
  name: Text,
  phases: z.array(Key).min(1).max(20),
  timeZone: z.string().min(1).max(60),
  weekly: z
    .array(z.strictObject({ day: z.int().min(1).max(7), at: TimeOfDay }))
    .min(1)
    .max(20),
  lengthMinutes: Minutes,
  quorum: z
    .array(z.strictObject({ tier: z.int().min(1).max(9), people: z.int().min(0).max(100) }))
    .max(9)
    .describe('People needed of each tier for the bridge to decide.'),
  meetingLink: z.url().nullable(),
  host: Key.nullable().default(null).describe('The team whose lead hosts it; null: whoever begins it.'),
  scribe: Key.nullable().default(null).describe('The team that writes the minutes; null: whoever takes it up.'),
  exit: Text.describe('The bridge may stop when this holds.'),
  exitWhen: z
    .array(
      z.strictObject({
        figure: z.enum(bridgeExitFigures),
        comparison: z.enum(comparisons),
        threshold: z.number(),
        days: z.int().min(1).max(90).describe('Over the last so many days.'),
      }),
    )
    .max(10)
    .default([])
    .describe('The same in figures, all of which have to hold; none: people judge.'),
})
export type Bridge = z.infer<typeof Bridge>

export const Commitment = z.strictObject({
  key: Key,
  what: Text,
  team: Key,
  beforePhase: Key.describe('Done before this phase begins.'),
  due: Day.nullable().default(null).describe('The day agreed on; null: any day before the phase.'),
  evidence: Text,
})
export type Commitment = z.infer<typeof Commitment>

export const Readiness = z.strictObject({
  figure: z.enum(readinessFigures),
  tier: z.int().min(1).max(9).nullable(),
  comparison: z.enum(comparisons),
  threshold: z.number(),
  waves: z.array(Key).max(100),
})
export type Readiness = z.infer<typeof Readiness>

export const Resource = z.strictObject({
  key: Key,
  name: Text,
  url: z.url(),
  tiers: z.array(z.int().min(1).max(9)).max(9),
})
export type Resource = z.infer<typeof Resource>

export const Involvement = z.strictObject({
  phases: z.array(Phase).max(30),
  bridges: z.array(Bridge).max(20),
  commitments: z.array(Commitment).max(100),
  readiness: z.array(Readiness).max(50),
  resources: z.array(Resource).max(200),
})
export type Involvement = z.infer<typeof Involvement>
