import { findingInHand, type FindingListener } from '#features/devices/server/actions.ts'
import { tellChannels } from '#features/tenant/server/actions.ts'
import type { TicketListener } from '#features/tickets/server/actions.ts'

/** Teams channels hear that a ticket goes up, and that the vendor answered: by number, never by a name or what somebody wrote. */
export const channelListener: TicketListener = async (platform, tx, { plan, ticket, number, event }) => {
  const { fact } = event
  if (fact.type !== 'handover-offered' && fact.type !== 'vendor-answered') return
  const say = (language: 'nl' | 'en', key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate(language, `tenant:card.${key}`, { number, ...values })
  const tierOf = (language: 'nl' | 'en', level: number) =>
    plan.teams.tiers.find((tier) => tier.level === level)?.name[language] ?? plan.teams.vendor?.name ?? ''
  const category = plan.process.categories.find(({ key }) => key === ticket.category)
  await tellChannels(platform, tx, {
    moment: fact.type === 'vendor-answered' ? 'vendor-answered' : 'escalated',
    subject: `${ticket.id} ${event.number}`,
    title: (language) =>
      fact.type === 'vendor-answered'
        ? say(language, 'vendorAnswered')
        : say(language, 'escalated', { tier: fact.to, name: tierOf(language, fact.to) }),
    facts: (language) => [
      { label: say(language, 'priority'), value: plan.process.priorityNames[ticket.priority][language] },
      ...(category ? [{ label: say(language, 'category'), value: category.name[language] }] : []),
    ],
    path: `/tickets/${number}`,
  })
}

/** And that Microsoft itself has an incident, in Microsoft's words, once. */
export const channelFindingListener: FindingListener = async (platform, tx, findingId) => {
  const finding = await findingInHand(tx, findingId)
  if (finding?.kind !== 'service-incident' || finding.state === 'gone' || finding.state === 'dismissed') return
  const { about, facts } = finding
  await tellChannels(platform, tx, {
    moment: 'service-incident',
    subject: about,
    title: (language) =>
      platform.translate(language, 'tenant:card.incident', { title: facts['title'] ?? about, id: about }),
    text: () => facts['impact'] ?? '',
    path: '/today',
  })
}
