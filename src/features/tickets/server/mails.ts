import type { KnownPerson } from '#features/people/server/actions.ts'
import { organisationOf } from '#features/people/server/actions.ts'
import type { NoticeMoment } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { dueMoments } from '../domain/clocks/due-moments.ts'
import type { TicketEvent, TicketFact } from '../domain/events.ts'
import type { Ticket } from '../domain/ticket.ts'
import { wordsForRequester } from '../domain/visibility.ts'
import { readEvents } from './store/event-rows.ts'

/** What the mails of tickets need of other features; given by the composition root. */
export type MailServices = {
  /** Whether any mailbox of the organisation sends. Without one, nobody is told by mail. */
  readonly isSetUp: (tx: Tx) => Promise<boolean>
  /** Where a requester answers, confirms or reopens with one click, without signing in. Parameters can be appended with &. */
  readonly requesterLink: (
    platform: Platform,
    visit: { readonly orgId: string; readonly ticketId: string; readonly personId: string },
  ) => Promise<string>
}

export type MailAbout = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly number: number
  readonly event: TicketEvent
  readonly moment: NoticeMoment
  readonly person: KnownPerson
  /** What is written is then only what a requester may read. */
  readonly asRequester: boolean
}

/** The mail that tells one person of one event, in their language. */
export async function mailFor(
  platform: Platform,
  tx: Tx,
  services: MailServices,
  about: MailAbout,
): Promise<MailToSend> {
  const { ticket, number, event, moment, person, asRequester } = about
  const { name: organisation, timeZone } = await organisationOf(tx)
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate(person.language, `tickets:mail.${key}`, values)
  const audience = asRequester ? 'requester' : 'desk'
  // Somebody who reported nothing is not thanked for reporting it: they are told what was seen, and what to do.
  const said = asRequester && moment === 'opened' && ticket.source === 'detection' ? 'detected' : moment
  const words = asRequester ? requesterWords(about) : deskWords(event.fact)
  const values = { number, subject: ticket.subject, name: person.name, organisation }
  const before = asRequester ? await hearsBefore(tx, about) : null
  const text = [
    say('greeting', values),
    say(`${audience}.${said}.text`, values),
    ...words,
    ...(before && moment === 'opened'
      ? [say('requester.hearsBefore', { at: inWords(before, person.language, timeZone) })]
      : []),
    say(`${audience}.closing`, values),
  ].join('\n\n')
  return {
    to: { name: person.name, address: person.email },
    language: person.language,
    subject: say(`${audience}.${said}.subject`, values),
    text,
    links: asRequester
      ? await requesterLinks()
      : [{ label: say('desk.link'), url: `${platform.baseUrl}/tickets/${number}` }],
    automatic: moment !== 'replied' && moment !== 'asked',
    ticketId: ticket.id,
    files: event.fact.type === 'replied' || event.fact.type === 'asked' ? event.fact.files : [],
  }

  async function requesterLinks(): Promise<MailToSend['links']> {
    const visit = { orgId: tx.orgId, ticketId: ticket.id, personId: person.id }
    const url = await services.requesterLink(platform, visit)
    return moment === 'resolved'
      ? [
          { label: say('requester.works'), url: `${url}&answer=works` },
          { label: say('requester.worksNot'), url: `${url}&answer=works-not` },
        ]
      : [{ label: say('requester.link'), url }]
  }
}

function requesterWords({ event: { fact }, ticket }: MailAbout): readonly string[] {
  if (fact.type === 'opened' && fact.source === 'detection') return [fact.words.description]
  if (fact.type === 'contacted' && fact.outcome === 'applied' && ticket.diagnosis)
    return [ticket.diagnosis.wordingForRequester]
  return fact.type === 'replied' || fact.type === 'asked' ? wordsForRequester(fact) : []
}

/** What was typed, for those who work on it. */
function deskWords(fact: TicketFact): readonly string[] {
  return 'words' in fact ? Object.values(fact.words).filter((text) => text !== '') : []
}

async function hearsBefore(tx: Tx, { plan, ticket }: MailAbout): Promise<string | null> {
  const events = await readEvents(tx, ticket.id)
  const contact = dueMoments(plan, events, tx.now).findLast(({ target }) => target === 'contact')
  return contact?.dueAt ?? null
}

function inWords(at: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    new Date(at),
  )
}
