import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { changeSentence } from '../versions/diff/change-sentence.ts'
import { planChanges } from '../versions/diff/plan-changes.ts'
import { facts, heading, list, paragraph, paragraphs, table } from './blocks.ts'
import { cleanDocument } from './clean.ts'
import { involvementChapter } from './involvement-chapter.ts'
import type { Block, Fact, PlanDocument } from './plan-document.ts'
import { processChapter } from './process-chapter.ts'
import { line, type Say, type Speech, speechFor, type TeamName } from './speech.ts'
import { teamsChapter } from './teams-chapter.ts'
import { trainingChapter } from './training-chapter.ts'

/** What a document tells about the version it was made of. */
export type About = {
  readonly organisation: string | null
  /** Null for a plan that is not in a desk, such as a file. */
  readonly version: number | null
  readonly state: 'draft' | 'in-review' | 'published'
  /** The calendar day on which the version became what it is. */
  readonly day: string
  readonly approver: string | null
  readonly reason: string | null
  /** What the teams are called; a team that is not named here goes by its key. */
  readonly teams: readonly TeamName[]
  /** The version that the document tells the changes since; null when there is nothing to compare with. */
  readonly before: { readonly version: number; readonly plan: SupportPlan } | null
}

/** The plan as a document in one language: the same chapters, tables and drawings in each. */
export function planOutline(
  plan: SupportPlan,
  about: About,
  { say, language }: { readonly say: Say; readonly language: Language },
): PlanDocument {
  const speech = speechFor(plan, { t: say, language, teams: about.teams })
  const { t, text } = speech
  const title = text(plan.name)
  const version = versionLine(t, about)
  return cleanDocument({
    language,
    title,
    organisation: about.organisation,
    subject: t('document.subject', { service: plan.service }),
    author: plan.owner,
    day: about.day,
    draftMark: about.state === 'published' ? null : t(`document.marks.${about.state}`),
    footer: [about.organisation, title, version].filter(Boolean).join(' · '),
    pageOf: t('document.pageOf', { page: '{page}', pages: '{pages}' }),
    contents: t('document.contents'),
    cover: cover(plan, about, speech),
    blocks: [
      ...purposeChapter(plan, speech),
      ...teamsChapter(plan, about.day, speech),
      ...processChapter(plan, speech),
      ...trainingChapter(plan, speech),
      ...involvementChapter(plan, speech),
      ...changesChapter(plan, about, speech),
      ...signOffChapter(plan, about, speech),
    ],
  })
}

function versionLine(t: Say, { version, state }: About): string {
  return version === null ? t(`document.states.${state}`) : t(`versions.line.${state}`, { number: version })
}

function cover(plan: SupportPlan, about: About, { t, day, languageName }: Speech): readonly Fact[] {
  const { version, state, approver, reason } = about
  const facts: (Fact | null)[] = [
    { label: t('general.service'), value: line(plan.service) },
    version === null ? null : { label: t('versions.number'), value: line(String(version)) },
    { label: t('versions.stateHead'), value: line(t(`document.states.${state}`)) },
    { label: t(`document.dayOf.${state}`), value: line(day(about.day)) },
    { label: t('general.owner'), value: line(plan.owner) },
    { label: t(state === 'published' ? 'versions.approver' : 'document.approver'), value: line(approver ?? '') },
    reason === null ? null : { label: t('versions.reason'), value: line(reason) },
    { label: t('general.languages'), value: line(plan.languages.map(languageName).join(', ')) },
  ]
  return facts.filter((fact) => fact !== null)
}

function purposeChapter(plan: SupportPlan, { t, text }: Speech): readonly Block[] {
  return [
    heading(1, t('document.purpose')),
    ...paragraphs(text(plan.purpose)),
    ...table(
      t('general.improves'),
      [
        [t('general.figure'), 2],
        [t('general.aim'), 4],
      ],
      plan.improves.map((one) => [line(t(`figures.${one.figure}`)), line(text(one.aim))]),
    ),
    paragraph(t('document.howToRead')),
  ]
}

function changesChapter(plan: SupportPlan, { before, teams }: About, speech: Speech): readonly Block[] {
  if (!before) return []
  const { t, language } = speech
  const team = (key: string) => teams.find((one) => one.key === key)?.name[language] ?? null
  const sentences = planChanges(before.plan, plan).map((one) => changeSentence(one, { language, say: t, team }))
  return [
    heading(1, t('document.changes', { number: before.version })),
    ...(sentences.length > 0
      ? [list(sentences.map((sentence) => line(sentence)))]
      : [paragraph(t('document.noChanges'))]),
  ]
}

/** Who has to stand behind the plan: its owner, who approves it, and a lead of each tier. */
function signOffChapter(plan: SupportPlan, about: About, { t, text, team, day }: Speech): readonly Block[] {
  const { state, approver } = about
  return [
    heading(1, t('document.signOff.title')),
    paragraph(t(state === 'published' ? 'document.signOff.textPublished' : 'document.signOff.text')),
    facts([
      { label: t('general.name'), value: line(text(plan.name)) },
      { label: t('versions.stateHead'), value: line(versionLine(t, about)) },
      { label: t(`document.dayOf.${state}`), value: line(day(about.day)) },
    ]),
    {
      kind: 'signatures',
      head: {
        role: t('document.signOff.role'),
        name: t('document.signOff.name'),
        date: t('document.signOff.date'),
        signature: t('document.signOff.signature'),
      },
      rows: [
        { role: t('document.signOff.owner'), name: plan.owner },
        { role: t('document.signOff.approver'), name: approver ?? '' },
        ...plan.teams.tiers.map((tier) => ({
          role: t('document.signOff.lead', { tier: tier.level, team: team(tier.team) }),
          name: '',
        })),
        { role: t('document.signOff.rolloutManager'), name: '' },
      ],
    },
  ]
}
