import { z } from 'zod'
import { Key } from '#features/plan/domain/document/text.ts'
import { channels } from '../domain/contract-kinds.ts'

const Id = z.uuid()
const At = z.iso.datetime()
const Words = z.string().trim().min(1).max(20_000)
const FieldKey = z.string().regex(/^[a-z][a-z.-]{0,80}$|^evidence\.[a-z0-9-]{1,60}$/)
const Typed = z.record(FieldKey, z.string().max(20_000)).refine((typed) => Object.keys(typed).length <= 100)
const Print = z.string().regex(/^[0-9a-f]{32}$/)
const Address = z.email().max(254)

/** What a person makes of the packet: what they typed in it, what they show on purpose and why, which files go along. */
export const PacketChoices = z.strictObject({
  asked: z.string().trim().max(20_000).default(''),
  typed: Typed.default({}),
  shown: z
    .array(z.strictObject({ print: Print, reason: z.string().trim().min(1).max(300) }))
    .max(100)
    .default([]),
  files: z.array(Id).max(20).default([]),
})
export type PacketChoices = z.infer<typeof PacketChoices>

const GivenEvidence = z
  .array(
    z.strictObject({
      key: Key,
      value: z.string().trim().max(20_000),
      files: z.array(Id).max(20).default([]),
    }),
  )
  .max(50)
  .default([])

export const PreviewInput = z.strictObject({ ...PacketChoices.shape, evidence: GivenEvidence })

export const OpenCaseInput = z.strictObject({
  ...PacketChoices.shape,
  /** The version of the ticket that was seen. */
  version: z.int().min(1),
  asked: Words,
  severity: Key,
  channel: z.enum(channels),
  caseNumber: z.string().trim().min(1).max(100).nullable().default(null),
  contactName: z.string().trim().min(1).max(120).nullable().default(null),
  contactAddress: Address.nullable().default(null),
  evidence: GivenEvidence,
})
export type OpenCaseInput = z.infer<typeof OpenCaseInput>

export const DetailsInput = z.strictObject({
  version: z.int().min(1),
  caseNumber: z.string().trim().min(1).max(100).nullable(),
  contactName: z.string().trim().min(1).max(120).nullable(),
  contactAddress: Address.nullable(),
})
export type DetailsInput = z.infer<typeof DetailsInput>

export const NextInput = z.strictObject({
  version: z.int().min(1),
  by: z.enum(['vendor', 'us']),
  what: z.string().trim().min(1).max(500),
  at: At.nullable(),
})
export type NextInput = z.infer<typeof NextInput>

export const ChangePacketInput = z.strictObject({ ...PacketChoices.shape, version: z.int().min(1) })
export type ChangePacketInput = z.infer<typeof ChangePacketInput>

export const MakePacketInput = z.strictObject({ form: z.enum(['text', 'pdf', 'zip']) })
export const WriteInput = z.strictObject({ text: Words })
export const AcceptInput = z.strictObject({ address: Address })
export const AnsweredInput = z.strictObject({ text: Words, ticketVersion: z.int().min(1).optional() })
