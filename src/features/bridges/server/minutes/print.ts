import { pdfOf } from '#integrations/documents/make-pdf.ts'
import type { Block, List, Paragraph, Report, Table } from '#integrations/documents/report.ts'
import type { Language } from '#platform/http/signed-in.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { MinutesContent } from '../../contract/minutes.ts'
import { type MinutesWords, minutesWords } from './words.ts'

export type Print = {
  readonly content: MinutesContent
  readonly language: Language
  readonly organisation: string
  readonly version: number
}

/** The minutes on paper. */
export async function printMinutes(translate: Translate, print: Print): Promise<Uint8Array> {
  return pdfOf(reportOf(translate, print))
}

export function reportOf(translate: Translate, { content, language, organisation, version }: Print): Report {
  const words = minutesWords(translate, language, content)
  const { say } = words
  return {
    language,
    title: content.meeting.name[language],
    organisation,
    subject: say('minutes.title'),
    author: organisation,
    day: content.meeting.beganAt.slice(0, 10),
    draftMark: null,
    footer: `${organisation} · ${words.title}${version > 1 ? ` · ${say('minutes.version', { version })}` : ''}`,
    pageOf: say('minutes.pageOf', { page: '{page}', pages: '{pages}' }),
    contents: null,
    cover: [
      { label: say('minutes.held'), value: [{ text: words.when }] },
      { label: say('room.host'), value: [{ text: content.meeting.host?.name ?? say('minutes.nobody') }] },
      { label: say('room.scribe'), value: [{ text: content.meeting.scribe?.name ?? say('minutes.nobody') }] },
      { label: say('room.quorum'), value: [{ text: words.quorum }] },
    ],
    blocks: [
      ...section(say('minutes.summary'), paragraphs(content.summary)),
      ...section(say('minutes.decisions'), listed(words.decisions)),
      ...section(say('minutes.tasks'), listed(words.tasks)),
      ...section(say('minutes.items'), itemTable(words, content)),
      ...section(say('minutes.present'), listed(words.attendance)),
      ...section(say('minutes.notes'), paragraphs(content.notes)),
    ],
  }
}

function section(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...blocks]
}

function paragraphs(text: string): readonly Paragraph[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line, quiet: false }))
}

function listed(lines: readonly string[]): readonly List[] {
  return lines.length === 0 ? [] : [{ kind: 'list', ordered: false, items: lines.map((text) => [{ text }]) }]
}

function itemTable({ say }: MinutesWords, { items }: MinutesContent): readonly Table[] {
  if (items.length === 0) return []
  const columns = [
    { head: say('minutes.item'), share: 0.6 },
    { head: say('minutes.outcome'), share: 0.25 },
    { head: say('minutes.spent'), share: 0.15 },
  ]
  const rows = items.map(({ title, ticket, outcome, diagnosed, spentMinutes }) => [
    [{ text: `${ticket === null ? '' : `T-${ticket} `}${title}` }],
    [{ text: say(diagnosed ? 'room.outcome.diagnosed' : `room.outcome.${outcome ?? 'open'}`) }],
    [{ text: say('minutes.minutes', { count: spentMinutes }) }],
  ])
  return [{ kind: 'table', caption: say('minutes.items'), columns, rows }]
}
