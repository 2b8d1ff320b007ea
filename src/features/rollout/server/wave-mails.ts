import type { PersonActor } from '#features/people/domain/actor.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import { zoneOf } from '#features/plan/domain/rollout-day.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { WaveMails, WaveMailView } from '../contract/communication.ts'
import { problemsIn, warningsIn } from '../domain/mails/check-mail.ts'
import { mailOf } from '../domain/mails/inherited.ts'
import { kindsFrom, type MailKind, mailKinds, type MailTiming } from '../domain/mails/mail.ts'
import { dayOf, momentOf, timingWarnings, usefulUntil } from '../domain/mails/moments.ts'
import { earlierGroups, wavesInTurn } from '../domain/mails/waves.ts'
import { readyMail } from '../domain/mails/ready/ready-mail.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'
import { lessonsOf } from './store/wave-lessons.ts'
import { mailChanges, type MailRow, writtenMails } from './store/wave-mails.ts'
import { countPeople, type InWave } from './store/wave-people.ts'
import { countSends, kindsSent, notReached, type SendCount } from './store/wave-sends.ts'

/** A wave of the published plan, with the mails of it and of the waves before it. */
export type WaveAtHand = {
  readonly plan: SupportPlan
  readonly timeZone: string
  readonly wave: Wave
  readonly previous: Wave | null
  readonly next: Wave | null
  readonly group: InWave & { readonly key: string }
  /** This wave first, then those before it, the latest first. */
  readonly written: readonly { readonly wave: string; readonly mails: readonly MailRow[] }[]
}

export async function waveAtHand(tx: Tx, key: string): Promise<WaveAtHand> {
  const plan = (await publishedPlan(tx))?.document
  const waves = plan ? wavesInTurn(plan) : []
  const place = waves.findIndex(({ wave }) => wave.key === key)
  const found = waves[place]
  if (!plan || !found) throw new NotFound('The published plan has no such wave')
  const upToHere = waves
    .slice(0, place + 1)
    .map(({ wave }) => wave.key)
    .toReversed()
  const rows = await writtenMails(tx, upToHere)
  return {
    plan,
    timeZone: zoneOf(plan),
    wave: found.wave,
    previous: found.previous,
    next: waves[place + 1]?.wave ?? null,
    group: { key, groups: found.wave.groups, notIn: earlierGroups(plan, key) },
    written: upToHere.map((one) => ({ wave: one, mails: rows.filter(({ wave }) => wave === one) })),
  }
}

/** The mail of a wave as it stands, with its row where there is one. */
export function standingMail({ written, wave }: WaveAtHand, kind: MailKind) {
  const mail = mailOf(kind, written, wave.key)
  const row = written[0]?.mails.find((one) => one.kind === kind) ?? null
  return { ...mail, row }
}

/** What a wave's mail would be without what was written for it. */
export function mailBefore(at: WaveAtHand, kind: MailKind) {
  return mailOf(kind, at.written.slice(1), at.wave.key)
}

export async function waveMails(tx: Tx, { roles }: PersonActor, key: string): Promise<WaveMails> {
  const at = await waveAtHand(tx, key)
  const { wave, previous, next } = at
  const [perLanguage, sends, mails, lessons] = await Promise.all([
    countPeople(tx, at.group),
    mailIsSetUp(tx),
    mailViews(tx, at),
    lessonsOf(tx, [key, ...(previous ? [previous.key] : [])]),
  ])
  return {
    wave: waveView(wave),
    previous: previous && waveView(previous),
    next: next && waveView(next),
    timeZone: at.timeZone,
    people: perLanguage.nl + perLanguage.en,
    perLanguage,
    sends,
    mails,
    lessons: lessons.map((one) => ({ ...one, uses: [...one.uses] })),
    mayWrite: mayWrite(roles),
  }
}

function mayWrite(roles: PersonActor['roles']): boolean {
  return rolloutManagers.some((role) => roles.includes(role))
}

async function mailViews(tx: Tx, at: WaveAtHand): Promise<WaveMailView[]> {
  const [counts, gone] = await Promise.all([countSends(tx, at.wave.key, at.wave), kindsSent(tx, at.wave.key)])
  return mailKinds.map((kind) => mailView(at, kind, counts, gone))
}

function mailView(
  at: WaveAtHand,
  kind: MailKind,
  counts: readonly SendCount[],
  gone: readonly MailKind[],
): WaveMailView {
  const { wave, timeZone } = at
  const { text, timing, origin, from, row } = standingMail(at, kind)
  const timings = Object.fromEntries(mailKinds.map((one) => [one, standingMail(at, one).timing])) as Record<
    MailKind,
    MailTiming
  >
  const own = counts.filter((one) => one.kind === kind)
  const moment = momentOf(timing, wave, timeZone)
  return {
    kind,
    ...text,
    timing,
    origin,
    from: namedWave(at.plan, from),
    day: dayOf(timing, wave),
    moment,
    usefulUntil: usefulUntil(kind, timing, wave, timeZone),
    problems: [...problemsIn(text)],
    warnings: [...warningsIn(kind, text).map(({ code }) => code), ...timingWarnings(kind, timings, wave)].filter(
      (code, index, all) => all.indexOf(code) === index,
    ),
    approved: row?.approved ?? null,
    paused: row?.paused ?? null,
    version: row?.version ?? 0,
    sends: Object.fromEntries(own.map(({ state, count }) => [state, count])),
    toldOtherDays: own.reduce((sum, { otherDays }) => sum + otherDays, 0),
    overtaken: kindsFrom(kind)
      .slice(1)
      .some((later) => gone.includes(later)),
  }
}

function namedWave(plan: SupportPlan, key: string | null) {
  const found = wavesInTurn(plan).find(({ wave }) => wave.key === key)
  return found ? { key: found.wave.key, name: found.wave.name } : null
}

export async function oneWaveMail(tx: Tx, { roles }: PersonActor, key: string, kind: MailKind) {
  const at = await waveAtHand(tx, key)
  const [views, changes, missed] = await Promise.all([
    mailViews(tx, at),
    mailChanges(tx, key, kind),
    notReached(tx, key, kind),
  ])
  const mail = views.find((one) => one.kind === kind)
  if (!mail) throw new NotFound('There is no such mail')
  const before = mailBefore(at, kind)
  return {
    wave: waveView(at.wave),
    timeZone: at.timeZone,
    mail,
    before: { ...before.text, from: namedWave(at.plan, before.from) },
    changes,
    notReached: missed,
    mayWrite: mayWrite(roles),
  }
}

export function readyText(kind: MailKind) {
  return readyMail[kind]
}

function waveView({ key, name, starts, ends }: Wave) {
  return { key, name, starts, ends }
}
