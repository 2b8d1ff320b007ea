import { z } from 'zod'
import { contractKinds } from '#features/plan/domain/values.ts'
import { EvidenceFound } from '#features/tickets/contract/evidence-found.ts'
import { channels } from '../domain/contract-kinds.ts'
import { sources } from '../domain/packet/fill.ts'
import { sections, suppliers } from '../domain/packet/sections.ts'
import { personalKinds } from '../domain/redaction/personal-kinds.ts'
import { caseStates } from '../domain/vendor-clock.ts'

export const Id = z.uuid()
export const At = z.iso.datetime({ precision: 3 })
const Text = z.strictObject({ nl: z.string(), en: z.string() })
const PersonName = z.strictObject({ id: Id, name: z.string() })

/** Who works on support; requesters know nothing of cases. */
export const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const
/** Whoever of them does not only look on. */
export const workers = staff.filter((role) => role !== 'auditor')

const May = z.strictObject({ refusal: z.looseObject({ code: z.string() }).nullable() })

export const Clock = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('waiting'), for: z.enum(['vendor', 'us']), until: At.nullable() }),
  z.strictObject({ is: z.literal('late'), who: z.enum(['vendor', 'us']), since: At }),
  z.strictObject({ is: z.literal('over') }),
])

export const CaseLine = z
  .strictObject({
    id: Id,
    ticket: z.strictObject({ id: Id, number: z.int(), subject: z.string() }),
    supplier: z.string(),
    severity: Text,
    caseNumber: z.string().nullable(),
    state: z.enum(caseStates),
    openedAt: At,
    owner: PersonName.nullable(),
    clock: Clock,
    next: z.strictObject({ by: z.enum(['vendor', 'us']), what: z.string(), at: At.nullable() }),
    /** Mail from an address that nobody has accepted yet. */
    unproven: z.int(),
  })
  .meta({ id: 'VendorCaseLine' })
export type CaseLine = z.infer<typeof CaseLine>

const Severity = z.strictObject({ key: z.string(), name: Text, responseMinutes: z.int() })

/** How a case is opened here, and whether the one who asks may. */
export const TicketCases = z
  .strictObject({
    cases: z.array(CaseLine),
    vendor: z
      .strictObject({
        supplier: z.string(),
        contractKind: z.enum(contractKinds),
        contract: Text,
        channels: z.array(
          z.strictObject({
            channel: z.enum(channels),
            page: z.url().nullable(),
            severities: z.array(Severity),
          }),
        ),
      })
      .nullable(),
    /** Of the organisation's Microsoft tenant, where one is connected. */
    tenantId: z.string().nullable(),
    /** What Intune says of the evidence that is asked for. */
    known: EvidenceFound.shape.found,
    mayOpen: May,
  })
  .meta({ id: 'TicketVendorCases' })
export type TicketCases = z.infer<typeof TicketCases>

const Field = z.strictObject({
  key: z.string(),
  section: z.enum(sections),
  label: z.union([z.strictObject({ word: z.string() }), z.strictObject({ name: z.string() })]),
  /** As it leaves. */
  value: z.string(),
  /** As it stands here, to be written otherwise. */
  own: z.string(),
  source: z.enum(sources),
  isDutch: z.boolean(),
  /** Typed for the vendor: nothing of it is replaced but secrets. */
  asIs: z.boolean(),
})
export type FieldView = z.infer<typeof Field>

const Hidden = z.strictObject({
  /** By which it is asked to be shown. */
  print: z.string(),
  kind: z.enum(personalKinds),
  standIn: z.string(),
  written: z.string(),
  times: z.int(),
  shown: z.boolean(),
})
export type HiddenView = z.infer<typeof Hidden>

const FileView = z.strictObject({
  id: Id,
  name: z.string(),
  size: z.int(),
  type: z.string(),
  /** Read and redacted as the rest; otherwise it goes as it is. */
  isText: z.boolean(),
  chosen: z.boolean(),
})

export const PacketView = z
  .strictObject({
    fields: z.array(Field),
    missing: z.array(z.strictObject({ section: z.enum(sections), suppliers: z.array(z.enum(suppliers)) })),
    hidden: z.array(Hidden),
    secrets: z.int(),
    files: z.array(FileView),
    /** What is pasted: in English, redacted. */
    text: z.string(),
  })
  .meta({ id: 'VendorPacket' })
export type PacketView = z.infer<typeof PacketView>

const Mail = z.strictObject({
  id: Id,
  direction: z.enum(['in', 'out']),
  at: At,
  from: z.strictObject({ name: z.string(), address: z.string() }),
  /** Of what came: empty, or the desk's own address where only the number in the subject led here. */
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  files: z.array(z.strictObject({ id: Id, name: z.string(), size: z.int() })),
  automatic: z.boolean(),
  by: PersonName.nullable(),
  /** Out: always. In: somebody here accepted the address. */
  proven: z.boolean(),
})
export type MailView = z.infer<typeof Mail>

export const CaseView = z
  .strictObject({
    case: CaseLine,
    version: z.int(),
    channel: z.enum(channels),
    contractKind: z.enum(contractKinds),
    page: z.url().nullable(),
    contact: z.strictObject({ name: z.string().nullable(), address: z.string().nullable() }),
    /** The address of this case; null where no mailbox takes sub-addresses. */
    alias: z.string().nullable(),
    openedBy: PersonName.nullable(),
    /** What was asked of the vendor. */
    asked: z.string(),
    /** The tier that the ticket goes back to. */
    ownTier: z.int(),
    response: z.strictObject({
      minutes: z.int(),
      hours: z
        .enum(['always', 'support'])
        .describe('Whether these minutes count day and night, or in support hours.'),
      dueAt: At,
      at: At.nullable(),
    }),
    answeredAt: At.nullable(),
    closedAt: At.nullable(),
    packet: PacketView,
    packets: z.array(
      z.strictObject({
        id: Id,
        at: At,
        by: PersonName,
        form: z.enum(['text', 'pdf', 'zip']),
        sha256: z.string(),
        size: z.int(),
        hidden: z.int(),
        shown: z.int(),
      }),
    ),
    mails: z.array(Mail),
    log: z.array(
      z.strictObject({
        at: At,
        by: PersonName.nullable(),
        what: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    mayTend: May,
    mayAnswer: May,
  })
  .meta({ id: 'VendorCase' })
export type CaseView = z.infer<typeof CaseView>
