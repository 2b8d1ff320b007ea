import { deskMailAddress } from '#features/mailboxes/server/actions.ts'
import type { Language } from '#features/people/domain/person.ts'
import { organisationOf } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { platforms as everyPlatform } from '#features/plan/domain/values.ts'
import type { WeekPart } from '#features/plan/domain/weekly.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform as Runtime } from '#platform/platform.ts'
import { contactFacts } from '../domain/mails/contact-facts.ts'
import type { MailText } from '../domain/mails/mail.ts'
import { filled, namesIn, type Placeholder } from '../domain/mails/placeholders.ts'
import { enrollmentSteps } from '../domain/mails/ready/steps.ts'

/** What every mail of a wave says the same: looked up once, also for thousands of mails. */
export type Letterhead = {
  readonly plan: SupportPlan
  readonly wave: Wave
  readonly organisation: string
  readonly address: string | null
}

export async function letterhead(tx: Tx, plan: SupportPlan, wave: Wave): Promise<Letterhead> {
  const [{ name }, address] = await Promise.all([organisationOf(tx), deskMailAddress(tx)])
  return { plan, wave, organisation: name, address }
}

export type Reader = {
  readonly name: string
  readonly email: string
  readonly language: Language
  /** What they come with, where that is known. */
  readonly platforms: readonly Platform[]
}

type Words = Pick<Runtime, 'translate' | 'baseUrl'>

/** A mail of a wave as one person gets it: in their language, with everything filled in. */
export function mailTo(runtime: Words, head: Letterhead, text: MailText, reader: Reader): MailToSend {
  const { language } = reader
  const values = valuesFor(runtime, head, reader)
  const body = text.body[language]
  const leadsToPortal = namesIn(body).some((name) => name === 'contact' || name === 'portal')
  return {
    to: { name: reader.name, address: reader.email },
    language,
    subject: filled(text.subject[language], values),
    text: filled(body, values),
    links: leadsToPortal
      ? [{ label: runtime.translate(language, 'rollout:mails.portalButton'), url: portalOf(runtime) }]
      : [],
    automatic: true,
    ticketId: null,
    files: [],
  }
}

function portalOf({ baseUrl }: Words): string {
  return `${baseUrl}/portal`
}

function valuesFor(runtime: Words, head: Letterhead, reader: Reader): Record<Placeholder, string> {
  const { language, name, platforms } = reader
  const { wave, organisation } = head
  return {
    name,
    organisation,
    wave: wave.name[language],
    starts: dayInWords(wave.starts, language),
    ends: dayInWords(wave.ends, language),
    steps: stepsFor(wave, platforms, language),
    contact: contactCard(runtime, head, language),
    portal: portalOf(runtime),
  }
}

/** The steps for what somebody comes with; where that is not known, for everything that the wave expects. */
function stepsFor(wave: Wave, known: readonly Platform[], language: Language): string {
  const expected = wave.platforms.filter(({ percent }) => percent > 0).map(({ platform }) => platform)
  const wanted = known.length > 0 ? known : expected
  return everyPlatform
    .filter((platform) => wanted.length === 0 || wanted.includes(platform))
    .map((platform) => {
      const { name, steps } = enrollmentSteps[platform]
      return [`${name[language]}:`, ...steps.map((step, index) => `${index + 1}. ${step[language]}`)].join('\n')
    })
    .join('\n\n')
}

/** How to reach whoever helps, from the plan: what a person cuts out and keeps. */
function contactCard({ translate, baseUrl }: Words, { plan, address }: Letterhead, language: Language): string {
  const facts = contactFacts(plan)
  if (!facts) return `${translate(language, 'rollout:contact.portal')} ${baseUrl}/portal`
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    translate(language, `rollout:contact.${key}`, values)
  const atHand = facts.atHand.map((one) => lowerFirst(one[language].replace(/[?.!]+$/, ''))).join(', ')
  return [
    say('title', { name: facts.name[language] }),
    `${say('portal')} ${baseUrl}/portal`,
    ...(address === null ? [] : [`${say('mail')} ${address}`]),
    ...(facts.hours.length === 0 ? [] : [`${say('hours')} ${facts.hours.map(weekIn(language)).join('; ')}`]),
    ...(atHand === '' ? [] : [say('atHand', { items: atHand })]),
  ].join('\n')
}

function weekIn(language: Language) {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' })
  const name = (day: number) => format.format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
  return ({ firstDay, lastDay, ranges }: WeekPart): string => {
    const days =
      firstDay === lastDay
        ? name(firstDay)
        : `${name(firstDay)} ${language === 'nl' ? 't/m' : 'to'} ${name(lastDay)}`
    return `${days} ${ranges.map(({ from, to }) => `${from}–${to}`).join(', ')}`
  }
}

function dayInWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00.000Z`))
}

function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

/** Abbreviations keep their capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}
