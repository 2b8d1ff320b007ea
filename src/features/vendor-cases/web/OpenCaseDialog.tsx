import { Input, Link, Select, Textarea } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { evidenceAsked, isFilled } from '#features/tickets/domain/evidence.ts'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import {
  changedIn,
  type EvidenceDrafts,
  EvidenceFields,
  givenEvidence,
  isGiven,
} from '#features/tickets/web/moves/EvidenceFields.tsx'
import { usePlanNames } from '#features/tickets/web/plan-names.ts'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { LoadingState } from '#ui/page/states.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TicketCases } from '../contract/answers.ts'
import { useCaseStyles } from './case-styles.ts'
import { choicesOf, emptyDraft, type PacketDraft } from './packet/packet-draft.ts'
import { PacketParts } from './packet/PacketParts.tsx'
import { caseApi, casesOfTicket, preview, useShowCase } from './queries.ts'

type Props = { readonly ticketId: string; readonly number: number; readonly onClose: () => void }

/** Opens a case at the vendor: how, what is asked, and what leaves. */
export function OpenCaseDialog({ ticketId, number, onClose }: Props) {
  const shown = useQuery(ticketNumbered(number)).data
  const cases = useQuery(casesOfTicket(ticketId)).data
  if (!shown || !cases?.vendor) return null
  return (
    <Suspense>
      <Form shown={shown} vendor={cases.vendor} tenantId={cases.tenantId} known={cases.known} onClose={onClose} />
    </Suspense>
  )
}

type Draft = {
  readonly channel: string
  readonly severity: string
  readonly asked: string
  readonly caseNumber: string
  readonly contactName: string
  readonly contactAddress: string
  readonly evidence: EvidenceDrafts
  readonly packet: PacketDraft
}
const empty: Draft = {
  channel: '',
  severity: '',
  asked: '',
  caseNumber: '',
  contactName: '',
  contactAddress: '',
  evidence: {},
  packet: emptyDraft,
}

type Vendor = NonNullable<TicketCases['vendor']>
type FormProps = {
  readonly shown: DeskTicket
  readonly vendor: Vendor
  readonly tenantId: string | null
  readonly known: TicketCases['known']
  readonly onClose: () => void
}

function Form({ shown, vendor, tenantId, known, onClose }: FormProps) {
  const t = useWords('vendor-cases')
  const refusalWords = useRefusals('vendor-cases', 'tickets')
  const go = useGo()
  const show = useShowCase()
  const draft = useDraft<Draft>(`ticket.${shown.number}.case`, empty)
  const { severity, asked, caseNumber, contactName, contactAddress, packet } = draft.value
  // What is known need not be asked; what is typed stands instead.
  const found: EvidenceDrafts = {
    ...(tenantId === null ? {} : { 'tenant-id': { value: tenantId, files: [] } }),
    ...Object.fromEntries(known.map(({ key, value }) => [key, { value, files: [] }])),
  }
  const evidence = { ...found, ...draft.value.evidence }
  const origins = Object.fromEntries(
    known.filter(({ key, value }) => evidence[key]?.value === value).map((one) => [one.key, one]),
  )
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const names = usePlanNames(shown.planNumber)
  const { ticket } = shown
  const from = 'tier' in ticket.stage ? ticket.stage.tier : 1
  const level = names.plan.teams.vendor?.level ?? from + 1
  const missing = evidenceAsked(names.plan, ticket, from, level).filter((item) => !isFilled(item, ticket.evidence))
  const lacking = missing.filter((item) => item.required && !isGiven(item, evidence))
  const channel = vendor.channels.find((one) => one.channel === draft.value.channel) ?? vendor.channels[0]
  const isWhole = severity !== '' && asked.trim() !== ''
  const given = givenEvidence(evidence, missing)
  const look = useQuery({
    ...preview(ticket.id, useSettled({ asked, evidence: given, ...choicesOf(packet) }, 500)),
    placeholderData: keepPreviousData,
  })
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={t('open.title', { name: vendor.supplier })}
      intro={t('open.intro')}
      primary={t('open.primary')}
      canSubmit={isWhole && lacking.length === 0}
      why={isWhole ? t('open.evidenceMissing', { count: lacking.length }) : t('open.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const view = await caseApi('POST /api/v1/vendor-cases/tickets/:ticketId', {
          params: { ticketId: ticket.id },
          body: {
            version: ticket.version,
            asked,
            severity,
            channel: channel?.channel ?? 'other',
            caseNumber: filled(caseNumber),
            contactName: filled(contactName),
            contactAddress: filled(contactAddress),
            evidence: given,
            ...choicesOf(packet),
          },
        })
        draft.clear()
        await show(view)
        go(`/cases/${view.case.id}`)
      }}
    >
      <HowFields
        vendor={vendor}
        channel={channel}
        severity={severity}
        onChannel={(value) => change({ channel: value, severity: '' })}
        onSeverity={(value) => change({ severity: value })}
      />
      <FormField label={t('open.asked')} hint={t('open.askedHint')} required>
        <Textarea
          value={asked}
          rows={4}
          resize="vertical"
          lang="en"
          onChange={(_, { value }) => change({ asked: value })}
        />
      </FormField>
      <EvidenceFields
        items={missing}
        value={evidence}
        origins={origins}
        onChange={(value) => change({ evidence: { ...draft.value.evidence, ...changedIn(value, evidence) } })}
        onTicket={Object.values(shown.files)}
      />
      <NumberFields draft={draft.value} onChange={change} />
      {look.data ? (
        <PacketParts
          packet={look.data}
          supplier={vendor.supplier}
          draft={packet}
          onChange={(next) => draft.change((before) => ({ ...before, packet: next(before.packet) }))}
        />
      ) : (
        <LoadingState />
      )}
    </MoveDialog>
  )
}

const filled = (text: string) => (text.trim() === '' ? null : text.trim())

type HowProps = {
  readonly vendor: Vendor
  readonly channel: Vendor['channels'][number] | undefined
  readonly severity: string
  readonly onChannel: (channel: string) => void
  readonly onSeverity: (severity: string) => void
}

/** What the contract lets one choose, and how the vendor wants it. */
function HowFields({ vendor, channel, severity, onChannel, onSeverity }: HowProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const duration = useDuration()
  const every = Math.max(...vendor.channels.map(({ severities }) => severities.length))
  return (
    <div className={styles.stack}>
      <p className={`${styles.plain} ${styles.quiet}`}>
        {t('open.contract')}: {t(`contractKinds.${vendor.contractKind}`)}. {vendor.contract[t.language]}
      </p>
      <div className={styles.two}>
        <FormField label={t('open.channel')} required>
          <Select value={channel?.channel ?? ''} onChange={(_, { value }) => onChannel(value)}>
            {vendor.channels.map((one) => (
              <option key={one.channel} value={one.channel}>
                {t(`channels.${one.channel}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField
          label={t('open.severity')}
          required
          {...(channel && channel.severities.length < every ? { hint: t('open.slow') } : {})}
        >
          <Select value={severity} onChange={(_, { value }) => onSeverity(value)}>
            <option value="">{t('open.chosen')}</option>
            {channel?.severities.map((one) => (
              <option key={one.key} value={one.key}>
                {t('open.response', { name: one.name[t.language], time: duration(one.responseMinutes) })}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      {channel && (
        <p className={styles.plain}>
          {t(`guidance.${channel.channel}`)}{' '}
          {channel.page && (
            <Link href={channel.page} target="_blank" rel="noopener noreferrer" inline>
              {t('guidanceLink')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

type NumberProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }

function NumberFields({ draft, onChange }: NumberProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  return (
    <div className={styles.two}>
      <FormField label={t('open.caseNumber')} hint={t('open.caseNumberHint')}>
        <Input value={draft.caseNumber} onChange={(_, { value }) => onChange({ caseNumber: value })} />
      </FormField>
      <FormField label={t('open.contactName')}>
        <Input value={draft.contactName} onChange={(_, { value }) => onChange({ contactName: value })} />
      </FormField>
      <FormField label={t('open.contactAddress')} hint={t('open.contactHint')}>
        <Input
          type="email"
          value={draft.contactAddress}
          onChange={(_, { value }) => onChange({ contactAddress: value })}
        />
      </FormField>
    </div>
  )
}
