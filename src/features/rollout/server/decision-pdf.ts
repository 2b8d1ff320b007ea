import { organisationOf } from '#features/people/server/actions.ts'
import { fact, list, paragraphs, section, table } from '#features/plan/domain/outline/blocks.ts'
import { planToRead } from '#features/plan/server/actions.ts'
import { zoneOf } from '#features/plan/domain/rollout-day.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { pdfOf } from '#integrations/documents/make-pdf.ts'
import type { Report } from '#integrations/documents/report.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { waveOf } from '../domain/mails/waves.ts'
import { figureSpeech, type FigureSpeech } from '../domain/readiness/say-figure.ts'
import { findDecisions, type KeptDecision } from './store/decisions.ts'

/** What was decided about a wave, with the figures as they were, in the words of who asks. */
export async function decisionPdf(
  platform: Platform,
  { orgId, language }: SignedIn,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { decision, plan, organisation } = await inOrganisation(platform, orgId, async (tx) => {
    const [found] = await findDecisions(tx, { id })
    if (!found) throw new NotFound('There is no such decision')
    const read = await planToRead(tx, found.planNumber)
    if (!read) throw new NotFound('The plan of this decision is gone')
    return { decision: found, plan: read.document, organisation: await organisationOf(tx) }
  })
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate(language, `rollout:${key}`, values)
  const bytes = await pdfOf(reportOf(decision, plan, organisation.name, language, say))
  return { name: `${say('pdf.file', { wave: decision.wave })}.pdf`, bytes }
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

function reportOf(
  decision: KeptDecision,
  plan: SupportPlan,
  organisation: string,
  language: 'nl' | 'en',
  say: Say,
): Report {
  const zone = zoneOf(plan)
  const locale = language === 'en' ? 'en-GB' : 'nl'
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const day = (text: string) => longDay.format(new Date(`${text}T12:00:00Z`))
  const wave = waveOf(plan, decision.wave)?.wave
  const name = wave?.name[language] ?? decision.wave
  const speech = figureSpeech(language, say, zone)
  const signedAt = moment.format(new Date(decision.at))
  return {
    language,
    title: say('pdf.title', { wave: name }),
    organisation,
    subject: say('pdf.subject'),
    author: decision.by.name,
    day: decision.at.slice(0, 10),
    draftMark: null,
    footer: say('pdf.footer', { wave: name, at: signedAt }),
    pageOf: say('pdf.pageOf'),
    contents: null,
    cover: [
      fact(say('pdf.decision'), say(`outcomes.${decision.outcome}`)),
      fact(say('pdf.signed'), say('pdf.signedBy', { name: decision.by.name, at: signedAt })),
      ...(wave
        ? [fact(say('pdf.days'), say('pdf.from', { starts: day(wave.starts), ends: day(wave.ends) }))]
        : []),
      fact(say('pdf.plan'), say('pdf.planVersion', { number: decision.planNumber })),
      fact(say('pdf.hash'), decision.hash),
    ],
    blocks: [
      ...section(say('pdf.reason'), paragraphs(decision.reason), 1),
      ...section(say('pdf.conditions'), conditionList(decision, day, say), 1),
      ...section(say('pdf.figures'), figureTable(decision, speech, say), 1),
      {
        kind: 'signatures',
        head: {
          role: say('pdf.sign.role'),
          name: say('pdf.sign.name'),
          date: say('pdf.sign.date'),
          signature: say('pdf.sign.signature'),
        },
        rows: [{ role: say(`outcomes.${decision.outcome}`), name: decision.by.name }],
      },
    ],
  }
}

function conditionList({ conditions }: KeptDecision, day: (text: string) => string, say: Say) {
  const items = conditions.map(({ text, owner, due, met }) => {
    const more = say('pdf.condition', { owner: owner.name, due: day(due) })
    const isMet = met ? ` ${say('pdf.met', { name: met.by.name })}` : ''
    return [{ text }, { text: `${more}${isMet}`, quiet: true }]
  })
  return items.length > 0 ? [list(items, true)] : []
}

function figureTable({ readiness }: KeptDecision, speech: FigureSpeech, say: Say) {
  return table(
    say('readiness.title'),
    [
      [say('readiness.figure'), 0.46],
      [say('readiness.value'), 0.18],
      [say('readiness.needed'), 0.18],
      [say('readiness.state'), 0.18],
    ],
    readiness.figures.map((figure) => [
      [{ text: speech.name(figure) }, ...speech.remarks(figure).map((text) => ({ text, quiet: true }))],
      [{ text: speech.value(figure) }],
      [{ text: speech.needed(figure) }],
      [{ text: say(`states.${figure.state}`) }],
    ]),
  )
}
