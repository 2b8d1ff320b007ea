import type { Device, EnrollmentFailure } from '#features/devices/domain/context.ts'
import { guessLanguage } from '../language.ts'
import { devicesMeant, joined, utc } from './devices-meant.ts'
import type { PacketFacts } from './facts.ts'
import {
  answersNothing,
  evidenceNotSent,
  type Section,
  sectionOfEvidence,
  sections,
  type Supplier,
  suppliersOf,
} from './sections.ts'

export const sources = ['ticket', 'evidence', 'intune', 'tenant', 'typed'] as const
export type Source = (typeof sources)[number]

/** One line of the packet. `label` is a key of the packet's own words, or evidence by the name that the plan gives it. */
export type PacketField = {
  readonly key: string
  readonly section: Section
  readonly label: { readonly word: string } | { readonly name: string }
  readonly value: string
  readonly source: Source
  /** Typed by people in Dutch: the vendor reads English. */
  readonly isDutch: boolean
}

export type PacketGap = { readonly section: Section; readonly suppliers: readonly Supplier[] }
export type Packet = { readonly fields: readonly PacketField[]; readonly missing: readonly PacketGap[] }

/** What a person typed into the packet, by field: in place of what was found, or where nothing was. Empty: left out. */
export type Typed = Readonly<Record<string, string>>

type Draft = Omit<PacketField, 'isDutch'> & { readonly free: boolean }

/** The packet of a case, in the order in which Microsoft asks, from what is known; and what is missing, with who can say it. */
export function fillPacket(facts: PacketFacts, typed: Typed): Packet {
  const found = [...fromTicket(facts), ...fromEvidence(facts), ...fromIntune(facts), ...fromFiles(facts)]
  const known = found.filter((one) => one.value.trim() !== '')
  const own = sections.map(
    (section): Draft => ({
      key: `own.${section}`,
      section,
      label: { word: `own.${section}` },
      value: typed[`own.${section}`] ?? '',
      source: 'typed',
      free: true,
    }),
  )
  const fields = [...known, ...own]
    .map((one) => {
      const said = typed[one.key]
      const isTyped = said !== undefined && said !== one.value
      return { ...one, value: said ?? one.value, source: isTyped ? ('typed' as const) : one.source, isTyped }
    })
    .filter(({ value }) => value.trim() !== '')
    .map(({ free, isTyped, ...one }) => ({
      ...one,
      isDutch: (free || isTyped) && guessLanguage(one.value) === 'nl',
    }))
    .toSorted((one, other) => sections.indexOf(one.section) - sections.indexOf(other.section))
  const missing = sections
    .filter((section) => !fields.some((field) => field.section === section && answers(field)))
    .map((section) => ({ section, suppliers: suppliersOf[section] }))
  return { fields, missing }
}

const answers = ({ key }: PacketField) => !answersNothing.has(key.replace(/^evidence\./, ''))

const draft = (
  section: Section,
  key: string,
  value: string | null | undefined,
  source: Source,
  free = false,
): Draft => ({ key, section, label: { word: key }, value: value ?? '', source, free })

function fromTicket({ ticket, codes, attempts, tenantId }: PacketFacts): readonly Draft[] {
  const others = ticket.sameCause === 0 ? null : String(ticket.sameCause + 1)
  return [
    draft('error', 'subject', ticket.subject, 'ticket', true),
    draft('error', 'description', ticket.description, 'ticket', true),
    draft('error', 'codes', codes.join(', '), 'ticket'),
    draft('where', 'category', ticket.category, 'ticket'),
    draft('since', 'reported', utc(ticket.openedAt), 'ticket'),
    draft('platform', 'platform', ticket.platform, 'ticket'),
    draft('affected', 'tickets', others, 'ticket'),
    draft('affected', 'same-code', ticket.sameCode === 0 ? null : String(ticket.sameCode + 1), 'ticket'),
    draft('affected', 'wave', ticket.wave, 'ticket'),
    draft('ids', 'tenant', tenantId, 'tenant'),
    draft('tried', 'attempts', attempts.map(({ at, text }) => `${utc(at)}: ${text}`).join('\n'), 'ticket', true),
    draft('impact', 'priority', ticket.priority, 'ticket'),
  ]
}

function fromEvidence({ evidence, tenantId }: PacketFacts): readonly Draft[] {
  const drafts = evidence
    .filter(({ key }) => !evidenceNotSent.has(key) && !(key === 'tenant-id' && tenantId !== null))
    .map(
      ({ key, kind, name, value, chosen }): Draft => ({
        key: `evidence.${key}`,
        section: sectionOfEvidence[key] ?? byKind(kind),
        label: { name },
        value,
        source: 'evidence',
        free: chosen === null,
      }),
    )
  const since = evidence.find(({ key }) => key === 'since-when')?.chosen
  const ever = since === 'never-worked' ? 'never' : since ? 'before' : null
  return [
    ...drafts,
    ...(ever ? [{ ...draft('ever-worked', 'ever', ever, 'evidence'), label: { word: `ever.${ever}` } }] : []),
  ]
}

function byKind(kind: PacketFacts['evidence'][number]['kind']): Section {
  switch (kind) {
    case 'code':
      return 'error'
    case 'log':
    case 'screenshot':
      return 'logs'
    case 'steps-tried':
      return 'tried'
    case 'device-snapshot':
      return 'platform'
    case 'text':
    case 'choice':
      return 'where'
  }
}

function fromIntune({ context, ticket }: PacketFacts): readonly Draft[] {
  if (context === null) return []
  const devices = devicesMeant(context, ticket.platform)
  const failures = (context.enrollmentFailures.value ?? []).slice(0, 5)
  const apps = (context.appFailures.value ?? []).slice(0, 5)
  const lines = (all: readonly string[]) => [...new Set(all.filter((one) => one !== ''))].join('\n')
  return [
    draft('error', 'failures', lines(failures.map(failureLine)), 'intune'),
    draft(
      'error',
      'apps',
      lines(apps.map((one) => joined([utc(one.at), one.appName, one.code, one.what]))),
      'intune',
    ),
    draft(
      'since',
      'first-failure',
      utc(
        failures
          .map(({ at }) => at)
          .filter((at) => at !== null)
          .toSorted()[0] ?? null,
      ),
      'intune',
    ),
    draft('platform', 'devices', lines(devices.map(deviceLine)), 'intune'),
    draft('platform', 'failing', lines(devices.flatMap(failingLines)), 'intune'),
    draft(
      'ids',
      'device-ids',
      lines(
        devices.map((one) =>
          joined([`Intune device ID ${one.id}`, one.entraDeviceId && `Entra device ID ${one.entraDeviceId}`]),
        ),
      ),
      'intune',
    ),
    draft(
      'ids',
      'correlation',
      lines(failures.map((one) => (one.correlationId ? joined([one.correlationId, utc(one.at)]) : ''))),
      'intune',
    ),
    draft(
      'enrollment',
      'enrollment-type',
      lines([
        ...devices.map((one) => one.enrollmentType ?? ''),
        ...failures.map((one) => one.enrollmentType ?? ''),
      ]),
      'intune',
    ),
    draft('enrollment', 'ownership', lines(devices.map((one) => one.ownership ?? '')), 'intune'),
  ]
}

const failureLine = (one: EnrollmentFailure) =>
  joined([utc(one.at), one.category, one.reason, one.os, one.osVersion])

const deviceLine = (one: Device) =>
  joined([
    one.os,
    one.osVersion,
    one.manufacturer,
    one.model,
    one.compliance,
    one.lastSyncAt && `last check-in ${utc(one.lastSyncAt)}`,
  ])

const failingLines = (one: Device) =>
  (one.failing.value ?? []).map(({ policy, setting, state, code }) => joined([policy, setting, state, code]))

function fromFiles({ files }: PacketFacts): readonly Draft[] {
  return [
    draft('logs', 'files', files.map(({ name, size }) => `${name} (${kilobytes(size)})`).join('\n'), 'ticket'),
  ]
}

const kilobytes = (size: number) => `${Math.max(1, Math.round(size / 1024))} kB`
