import { Badge, Button } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PersonChip } from '#ui/person/PersonChip.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'
import type { GivenMove } from '../queries.ts'

type Props = {
  readonly shown: DeskTicket
  readonly names: PlanNames
  readonly make: (move: GivenMove) => Promise<void>
}

/** Whose problem it is, what kind, how urgent, under which plan, and who else looks on. */
export function FactsPanel({ shown, names, make }: Props) {
  const t = useWords('tickets')
  const { ticket, people, linked } = shown
  const requester = people[ticket.requesterId]
  const vendor = ticket.waiting?.for === 'vendor' ? ticket.waiting : null
  return (
    <Section title={t('facts.title')} card>
      <KeyValues
        items={[
          {
            label: t('requester'),
            value: <PersonChip name={requester?.name ?? ''} detail={requester?.email ?? undefined} />,
          },
          {
            label: t('assignee'),
            value: ticket.assigneeId ? people[ticket.assigneeId]?.name : t('nobody'),
          },
          { label: t('priority'), value: `${ticket.priority} · ${names.priority(ticket.priority)}` },
          { label: t('category'), value: ticket.category ? names.category(ticket.category) : t('unknown') },
          {
            label: t('platform'),
            value: ticket.platform ? t.any(`platforms.${ticket.platform}`) : t('platforms.unknown'),
          },
          ...(ticket.wave ? [{ label: t('wave'), value: names.wave(ticket.wave) }] : []),
          { label: t('opened'), value: <Time at={ticket.openedAt} /> },
          { label: t('source'), value: t.any(`sources.${ticket.source}`) },
          { label: t('facts.plan'), value: t('facts.planVersion', { number: shown.planNumber }) },
          ...(vendor
            ? [
                {
                  label: t('facts.vendorCase'),
                  value: `${names.severity(vendor.severity)}${vendor.caseNumber ? ` · ${vendor.caseNumber}` : ''}`,
                },
              ]
            : []),
          ...(ticket.satisfaction
            ? [{ label: t('facts.satisfaction'), value: t('facts.score', { score: ticket.satisfaction.score }) }]
            : []),
          ...(ticket.followers.length > 0
            ? [
                {
                  label: t('followers'),
                  value: ticket.followers.map((id) => people[id]?.name ?? '').join(', '),
                },
              ]
            : []),
          ...(ticket.tags.length > 0
            ? [
                {
                  label: t('tags'),
                  value: ticket.tags.map((tag) => (
                    <Badge key={tag} appearance="outline">
                      {tag}
                    </Badge>
                  )),
                },
              ]
            : []),
          ...(ticket.links.length > 0
            ? [
                {
                  label: t('facts.links'),
                  value: ticket.links.map((link) => {
                    const other = linked[link.ticketId]
                    if (!other) return null
                    return (
                      <div key={link.ticketId}>
                        <PageLink to={`/tickets/${other.number}`}>{`T-${other.number} ${other.subject}`}</PageLink>{' '}
                        ({t.any(`links.${link.kind}`)}){' '}
                        <Button
                          size="small"
                          appearance="subtle"
                          aria-label={t('facts.unlinkOf', { number: other.number })}
                          onClick={() => void make({ move: 'unlink', ticketId: link.ticketId })}
                        >
                          {t('facts.unlink')}
                        </Button>
                      </div>
                    )
                  }),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
